import { beforeEach, expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { followPlainLink } from '../support/history.js'
import { type Prerendered, prerender } from '../support/prerender.js'
import { type EngineState, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained, opens } from '../support/session.js'

const MINUTE_MS = 60_000

let stage: RawStage
let tab: RawTab
let article: string
onRawStage((entered) => {
  stage = entered
  tab = stage.chromium.tabs()[0]!
})
beforeEach(async () => {
  article = `${stage.url}/en/articles/idle`
  await tab.goto(`${stage.url}/en`)
  await whenReady(tab)
})

/** What the site keeps in this browser, seen by one of its pages, and what that page has sent. */
const traces = () => {
  const engine = (globalThis as never as Record<symbol, { store: { getState(): EngineState } }>)[
    Symbol.for('helptally')
  ]!
  const { status, session } = engine.store.getState()
  const sent = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/help/'))
  return {
    status,
    session,
    stored: [...Object.keys(sessionStorage), ...Object.keys(localStorage)],
    sent: sent.map(({ name }) => name),
  }
}

test('case 68: an article that was prerendered and never looked at leaves no trace', async () => {
  const counted = await countFromNow(stage.center)
  await tab.evaluate(() => {
    sessionStorage.clear()
    localStorage.clear()
  })
  const page = await prerender(stage.chromium, tab, article)
  // An engine that did not wait would have claimed its tab by the second time it is let run.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve, 0), 0)))
  expect(await page.evaluate(traces)).toEqual({ status: 'off', session: null, stored: [], sent: [] })
  expect((await tab.evaluate(traces)).stored).toEqual([])

  const other = await stage.chromium.newTab(`${stage.url}/en/articles/tabs`)
  await tab.close()
  await explained(stage.center, await sessionIn(other), (events) => events.length > 0)
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 69: a prerendered article starts one session when it is looked at, by the click that led there', async () => {
  const counted = await countFromNow(stage.center)
  await prerender(stage.chromium, tab, article)
  const { tabId } = await whenReady(tab)
  await stage.letPass(2 * MINUTE_MS)
  const clickedAt = await tab.evaluate(() => Date.now())
  await followPlainLink(tab, article)
  expect(await activationStart(tab)).toBeGreaterThan(0)

  const session = await explained(stage.center, await sessionIn(tab), (events) => events.length > 0)
  expect(session).toMatchObject({ tabId, start: { entry: 'article_click', via: 'home' } })
  expect(session.start.at).toBeGreaterThanOrEqual(clickedAt)
  expect(opens(session.steps.map(({ event }) => event))).toHaveLength(1)
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test.each([
  ['at once', 0],
  ['late', 700],
])(
  'case 69: a prerendered article that is looked at inside a session goes on with it, when the page before leaves %s',
  async (_, busyMs) => {
    const counted = await countFromNow(stage.center)
    await tab.goto(`${stage.url}/en/articles/tabs`)
    const first = await sessionIn(tab)
    await tab.evaluate((ms) => {
      addEventListener('pagehide', () => {
        for (const end = performance.now() + ms; performance.now() < end; );
      })
    }, busyMs)
    await prerender(stage.chromium, tab, article)
    await stage.letPass(2 * MINUTE_MS)
    await followPlainLink(tab, article)
    expect(await activationStart(tab)).toBeGreaterThan(0)
    const { steps } = await explained(stage.center, first, (events) => opens(events).length === 2)
    expect((await whenReady(tab)).session?.id).toBe(first)
    expect(opens(steps.map(({ event }) => event))[1]).toMatchObject({ entry: 'article_click', via: 'in_article' })
    expect(steps.map(({ event }) => event.seq)).toEqual(steps.map((_, index) => index + 1))
    await counted.toBe({ sessions: 1, direct_link: 1 })
  },
)

test('case 70: a page that becomes visible while it is still prerendering does not count yet', async () => {
  const page = await prerender(stage.chromium, tab, article)
  await watchActivation(page)
  await followPlainLink(tab, article)
  await sessionIn(tab)
  const seen = await tab.evaluate(() => (globalThis as never as { seen: object[] }).seen)
  expect(seen).toMatchObject([
    { event: 'visibilitychange', visible: true, prerendering: true, status: 'off' },
    { event: 'prerenderingchange', visible: true, prerendering: false },
  ])
})

const activationStart = (page: RawTab) =>
  page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number }).activationStart,
  )

/** Has the page write down how it was activated, and what its engine, which hears of it first, made of that. */
const watchActivation = (page: Prerendered) =>
  page.evaluate(() => {
    const seen: object[] = []
    Object.assign(globalThis, { seen })
    const engine = (globalThis as never as Record<symbol, { store: { getState(): { status: string } } }>)[
      Symbol.for('helptally')
    ]!
    for (const event of ['visibilitychange', 'prerenderingchange'])
      document.addEventListener(event, () => {
        const { prerendering } = document as { prerendering?: boolean }
        const { status } = engine.store.getState()
        seen.push({ event, visible: document.visibilityState === 'visible', prerendering, status })
      })
  })
