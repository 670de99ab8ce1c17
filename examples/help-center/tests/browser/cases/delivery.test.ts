import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { settled, unsent } from '../support/journal.js'
import { read, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained } from '../support/session.js'
import { until } from '../support/until.js'

let stage: RawStage
let tab: RawTab
onRawStage((entered) => {
  stage = entered
  tab = stage.chromium.tabs()[0]!
})

const article = (slug: string) => `${stage.url}/en/articles/${slug}`
const votes = (events: readonly HelpEvent[]) => events.filter(({ name }) => name === 'help.feedback.vote')

function vote(from: RawTab): Promise<void> {
  return from.evaluate(() => {
    ;(globalThis as never as Record<symbol, { vote(value: 1): void }>)[Symbol.for('helptally')]!.vote(1)
  })
}

const databases = (from: RawTab): Promise<(string | undefined)[]> =>
  from.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

test('what a collector refused before the browser was killed is delivered once by the next visit', async () => {
  const { center } = stage
  const session = await read(tab, article('idle'))
  await settled(tab)
  await center.kill()
  await vote(tab)
  await until(
    () => unsent(tab),
    (events) => votes(events).length === 1,
  )
  stage = await stage.restart((chromium) => chromium.kill())
  await center.start()
  // Cookies reach the disk later than the journal.
  const choice = { name: 'help_choice', value: 'granted', url: stage.url }
  await stage.chromium.send('Storage.setCookies', { cookies: [choice] })
  const next = stage.chromium.tabs()[0]!
  await read(next, article('tabs'))
  await settled(next)
  const { steps, disagreements } = await explained(center, session, (events) => votes(events).length > 0)
  expect(votes(steps.map(({ event }) => event))).toHaveLength(1)
  expect(disagreements).toEqual([])
})

test('an event that was made right before the page crashed arrives', async () => {
  const session = await read(tab, article('idle'))
  await settled(tab)
  await vote(tab)
  tab.send('Page.crash').catch(() => {})
  const { steps } = await explained(stage.center, session, (events) => votes(events).length > 0)
  expect(votes(steps.map(({ event }) => event))).toHaveLength(1)
})

test('a refusal leaves no journal, also while another tab has it open', async () => {
  await tab.goto(article('idle'))
  await whenReady(tab)
  const other = await stage.chromium.newTab(article('tabs'), { newWindow: true })
  await sessionIn(other)
  await settled(other)
  expect(await databases(tab)).toEqual(['help.unsent'])
  await vote(other)
  await tab.evaluate(() => {
    const engine = (globalThis as never as Record<symbol, { setConsent(choice: string): void }>)[
      Symbol.for('helptally')
    ]
    engine!.setConsent('refused')
  })
  await until(
    () => databases(tab),
    (names) => names.length === 0,
  )
  await vote(other)
  expect(await databases(other)).toEqual([])
})
