import { expect, test } from '@jest/globals'
import { countFromNow } from './support/counted.js'
import { MARK_OF_ENGINE } from './support/engineOn.js'
import { explained, nextSession, opens } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'
import { until } from './support/until.js'

let center: Stage['center']
let page: Stage['page']
let reader: Stage['reader']
onStage((stage) => {
  ;({ center, page, reader } = stage)
})

/** What the page asks for from now on, in order: the engine's code, and the collector. */
function watchRequests(): readonly string[] {
  const asked: string[] = []
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('/events')) asked.push('delivered')
    if (!pathname.endsWith('.js')) return
    const code = await response.text().catch(() => '')
    if (code.includes(MARK_OF_ENGINE)) asked.push('engine')
  })
  return asked
}

const allOf = (asked: readonly string[], length: number) =>
  until(
    () => asked,
    (seen) => seen.length >= length,
  )

test('a page of a router loads its engine once the first article has arrived', async () => {
  const counted = await countFromNow(center)
  const asked = watchRequests()
  await page.goto('/en/articles/idle', { referer: 'https://search.example/' })
  await nextSession(page)
  await allOf(asked, 2)
  expect(asked).toEqual(['delivered', 'engine'])
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('a click on a suggestion before that calls it, and is told as what it was', async () => {
  const counted = await countFromNow(center)
  const asked = watchRequests()
  // However long the click takes to come, nothing arrives before it.
  let arrive = () => {}
  const clicked = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/events', async (route) => {
    await clicked
    await route.continue()
  })
  await page.goto('/en/articles/idle', { referer: 'https://search.example/' })
  const session = await nextSession(page)
  await page.locator('[data-help-via="suggestion"] a').first().click()
  await allOf(asked, 1)
  expect(asked).toEqual(['engine'])
  arrive()
  const { steps } = await explained(center, session, (events) => opens(events).length === 2)
  expect(opens(steps.map(({ event }) => event))[1]).toMatchObject({ via: 'suggestion', nav: 'soft', position: 1 })
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('while nobody has chosen no engine is loaded', async () => {
  await reader.clearCookies()
  const asked = watchRequests()
  await page.clock.install()
  await page.goto('/en/articles/idle')
  await page.mouse.wheel(0, 300)
  await page.clock.runFor(10_000)
  // What was asked for before has been answered by then.
  await page.evaluate(() => fetch('/icon.svg').then((answer) => answer.text()))
  expect(asked).toEqual([])
})
