import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
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

/** How many entries the journal holds, once all is written that the page has to write. */
function unsent(from: RawTab): Promise<number> {
  return from.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('help.unsent')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('ticks').objectStore('ticks').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
}

const databases = (from: RawTab): Promise<(string | undefined)[]> =>
  from.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

/** What the page has is delivered. */
const settled = (from: RawTab) =>
  until(
    () => unsent(from),
    (entries) => entries === 0,
  )

test('what a collector refused before the browser was killed is delivered once by the next visit', async () => {
  const { center } = stage
  const session = await read(tab, article('idle'))
  await settled(tab)
  await center.kill()
  await vote(tab)
  await until(
    () => unsent(tab),
    (entries) => entries === 1,
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
