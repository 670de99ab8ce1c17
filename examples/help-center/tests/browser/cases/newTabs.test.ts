import { beforeEach, expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { engineOf, openedBy, read, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import { CTRL, type RawTab, SHIFT } from '../support/rawTab.js'
import { explained, opens } from '../support/session.js'
import { until } from '../support/until.js'

const MINUTE = 60_000
const LINK = '[data-help-via="suggestion"] li:nth-child(1) a'
const NEXT_LINK = '[data-help-via="suggestion"] li:nth-child(2) a'

let stage: RawStage
let first: RawTab
onRawStage((entered) => {
  stage = entered
})
beforeEach(() => {
  first = stage.chromium.tabs()[0]!
})

const ways: [string, string, () => Promise<void>][] = [
  ['case 44', 'Ctrl-click', () => first.click(LINK, { modifiers: CTRL })],
  ['case 46', 'middle click', () => first.click(LINK, { button: 'middle' })],
  ['case 46', 'Shift-click', () => first.click(LINK, { modifiers: SHIFT })],
  [
    'case 46',
    'click on a link with target=_blank',
    async () => {
      await first.evaluate((link) => document.querySelector(link)!.setAttribute('target', '_blank'), LINK)
      await first.click(LINK)
    },
  ],
]

test.each(ways)(
  '%s: a %s postpones the end of the session here and starts another in the new tab',
  async (_case, _way, click) => {
    const { center, chromium, url, letPass } = stage
    const counted = await countFromNow(center)
    const here = await read(first, `${url}/en/articles/idle`)
    await letPass(4 * MINUTE)
    const second = await openedBy(chromium, click)
    await second.activate()
    const there = await sessionIn(second)
    expect(there).not.toBe(here)
    expect((await engineOf(first))!.session!.id).toBe(here)

    await letPass(8 * MINUTE)
    await first.activate()
    await first.click(NEXT_LINK)
    const [session, other] = await Promise.all([
      explained(center, here, (events) => opens(events).length === 2),
      explained(center, there, (events) => opens(events).length === 1),
    ])
    expect(other).toMatchObject({ start: { entry: 'article_click' }, disagreements: [] })
    expect(session).toMatchObject({ start: { entry: 'direct_link' }, disagreements: [] })
    expect(other.tabId).not.toBe(session.tabId)
    await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
  },
)

test.each([
  ['Ctrl-click', { modifiers: CTRL }],
  ['middle click', { button: 'middle' as const }],
])('case 45: a %s in a tab whose session has ended starts none there, and one in the new tab', async (_way, how) => {
  const { center, chromium, url, letPass } = stage
  const counted = await countFromNow(center)
  const ended = await read(first, `${url}/en/articles/idle`)
  await letPass(6 * MINUTE)
  const second = await openedBy(chromium, () => first.click(LINK, how))
  await second.activate()
  const there = await sessionIn(second)
  expect(there).not.toBe(ended)
  await explained(center, there, (events) => opens(events).length === 1)
  expect(await engineOf(first)).toMatchObject({ status: 'ready', session: null })
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})

test('case 45: a Ctrl-click on the home page starts nothing there, and a session in the new tab', async () => {
  const { center, chromium, url } = stage
  const counted = await countFromNow(center)
  await first.goto(`${url}/en`)
  await whenReady(first)
  const second = await openedBy(chromium, () => first.click('main a[href*="/articles/"]', { modifiers: CTRL }))
  await second.activate()
  const there = await explained(center, await sessionIn(second), (events) => opens(events).length === 1)
  expect(there.start.entry).toBe('article_click')
  expect((await engineOf(first))!.session).toBeNull()
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test('case 47: a background tab that was never seen starts nothing, and its session starts when it is first looked at', async () => {
  const { center, chromium, url, letPass } = stage
  const counted = await countFromNow(center)
  await read(first, `${url}/en/articles/idle`)
  const second = await openedBy(chromium, () => first.click(LINK, { button: 'middle' }))
  await until(
    () => engineOf(second),
    (engine) => engine !== null,
  )
  const seenAt = Date.now() + 2 * MINUTE
  await letPass(2 * MINUTE)
  await counted.toBe({ sessions: 1, direct_link: 1 })
  // Whatever the engine would do at once has been done when a later timer and a later lock have had their turn.
  const unseen = await second.evaluate(async () => {
    await new Promise((turn) => setTimeout(turn))
    await navigator.locks.request('a later lock', () => {})
    return {
      visibility: document.visibilityState,
      stored: Object.keys(sessionStorage),
      sent: performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/help/')).length,
      locks: (await navigator.locks.query()).held!.filter(({ name }) => name!.startsWith('help:tab:')).length,
    }
  })
  // The one lock is the first tab's.
  expect(unseen).toEqual({ visibility: 'hidden', stored: [], sent: 0, locks: 1 })
  expect(await engineOf(second)).toMatchObject({ status: 'off', tabId: null, session: null })

  await second.activate()
  const there = await explained(center, await sessionIn(second), (events) => opens(events).length === 1)
  expect(there.steps[0]!.event).toMatchObject({ seq: 1, entry: 'article_click' })
  expect(there.start.at).toBeGreaterThanOrEqual(seenAt)
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})

test('case 47: a background tab that is closed without a look was never there', async () => {
  const { center, chromium, url } = stage
  const counted = await countFromNow(center)
  const here = await read(first, `${url}/en/articles/idle`)
  const second = await openedBy(chromium, () => first.click(LINK, { button: 'middle' }))
  await until(
    () => engineOf(second),
    (engine) => engine !== null,
  )
  await second.close()
  await until(
    () => chromium.tabs().length,
    (tabs) => tabs === 1,
  )
  await first.click(NEXT_LINK)
  await explained(center, here, (events) => opens(events).length === 2)
  await counted.toBe({ sessions: 1, direct_link: 1 })
})
