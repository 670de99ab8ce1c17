import { describe, expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from '../support/articleTab.js'
import { opensOf, sessionsOf, watchEnds } from '../support/counted.js'
import type { FakeBrowser } from '../support/fakeBrowser.js'

const HOUR = 3_600_000

test('case 1: an event at 4:59.999 is inside the session, and postpones its end', async () => {
  const { browser, tab, startedAt, id } = await articleTab()
  await browser.advance(T - 1)
  tab.engine.vote(1)
  await browser.advance(T - 1)
  expect(tab.state.session?.id).toBe(id)
  expect(await sessionsOf(browser)).toMatchObject([{ id, startedAt, lastAt: startedAt + T - 1 }])
})

describe.each([
  ['after its timer', (browser: FakeBrowser, ms: number) => browser.advance(ms)],
  ['before its timer', async (browser: FakeBrowser, ms: number) => browser.stall(ms)],
])('what comes %s', (_, pass) => {
  test.each([
    ['case 2: a vote at 5:00.000', T],
    ['case 3: a vote at 5:00.001', T + 1],
  ])('%s is outside the session, and starts none', async (_, lateMs) => {
    const { browser, tab, startedAt, id } = await articleTab()
    await pass(browser, lateMs)
    tab.engine.vote(1)
    expect(await sessionsOf(browser)).toMatchObject([{ id, lastAt: startedAt, endedAt: startedAt + T }])
    expect(browser.received.at(-1)).toMatchObject({ name: 'help.feedback.vote', sessionId: null })
  })

  test.each([
    ['case 2: an article clicked at 5:00.000', T],
    ['case 3: an article clicked at 5:00.001', T + 1],
  ])('%s starts the next session at that instant', async (_, lateMs) => {
    const { browser, tab, startedAt, id } = await articleTab()
    await pass(browser, lateMs)
    await tab.follow('/en/articles/tabs')
    expect(await sessionsOf(browser)).toMatchObject([
      { id, endedAt: startedAt + T },
      { startedAt: startedAt + lateMs, previousId: id },
    ])
  })
})

test('case 4: without any event the timer ends the session once, at 5:00.000, and nothing is sent for it', async () => {
  const { browser, tab, startedAt } = await articleTab()
  const ends = watchEnds(tab)
  await browser.advance(HOUR)
  expect(ends).toEqual([startedAt + T])
  expect(browser.received.map(({ name }) => name)).toEqual(['help.article.open'])
  expect(await sessionsOf(browser)).toMatchObject([{ endedAt: startedAt + T }])
})

test('case 5: a timer that fires ten milliseconds early ends nothing, and looks again when it is due', async () => {
  const { browser, tab, startedAt } = await pageTab('/en')
  browser.timerMs = (ms) => (ms > 1_000 ? ms - 10 : ms)
  await tab.follow('/en/articles/idle')
  const ends = watchEnds(tab)
  await browser.advance(T + HOUR)
  expect(ends).toEqual([startedAt + T])
})

test('case 6: a timer that fires at 5:47 ends the session once, and dates the end at 5:00.000', async () => {
  const { browser, tab, startedAt } = await pageTab('/en')
  browser.timerMs = (ms) => (ms > T / 2 ? ms + 47_000 : ms)
  await tab.follow('/en/articles/idle')
  const ends = watchEnds(tab)
  await browser.advance(HOUR)
  expect(ends).toEqual([startedAt + T + 47_000])
  await tab.follow('/en/articles/tabs')
  const [session] = await sessionsOf(browser)
  expect(session).toMatchObject({ startedAt, lastAt: startedAt, endedAt: startedAt + T, reason: 'idle' })
})

test('case 7: a hundred acts, each 4:59.999 after the one before, are one session of more than eight hours', async () => {
  const { browser, tab, id, startedAt } = await articleTab()
  for (let act = 0; act < 100; act++) {
    await browser.advance(T - 1)
    tab.scroll()
  }
  const lastAt = browser.now
  expect(lastAt - startedAt).toBeGreaterThan(8 * HOUR)
  await browser.advance(T)
  expect(await sessionsOf(browser)).toMatchObject([{ id, startedAt, lastAt, endedAt: lastAt + T }])
})

/** Acts at 0:10.000, which is written at once, and again so much later. */
async function actedTwice(againMs: number) {
  const made = await articleTab()
  await made.browser.advance(10_000)
  made.tab.scroll()
  const writtenAt = made.browser.now
  await made.browser.advance(againMs)
  made.tab.scroll()
  const untilAfterWritten = (ms: number) => made.browser.advance(writtenAt + ms - made.browser.now)
  return { ...made, untilAfterWritten }
}

test('case 8: an activity too soon after another to be written is written when the page is left', async () => {
  const { browser, tab, id, untilAfterWritten } = await actedTwice(999)
  await untilAfterWritten(T + 500)
  tab.load('/en/articles/idle', 'reload')
  await browser.advance(0)
  expect(tab.state.session?.id).toBe(id)
  expect(await sessionsOf(browser)).toHaveLength(1)
})

test.each([
  [999, 'ends the session', 2],
  [1_000, 'leaves it alive', 1],
])(
  'case 9: a crash loses less than a second of activity: an act %i ms after the last stamp %s',
  async (againMs, _, count) => {
    const { browser, tab, untilAfterWritten } = await actedTwice(againMs)
    tab.crash()
    await untilAfterWritten(T + 500)
    tab.load('/en/articles/idle', 'reload')
    expect(await sessionsOf(browser)).toHaveLength(count)
  },
)

test('case 12: a double click, before and after its article is drawn, and two articles in one millisecond are one start', async () => {
  const { browser, tab } = await pageTab('/en')
  document.body.innerHTML = '<a href="/en/articles/idle">Idle</a>'
  const link = document.querySelector('a')!
  const at = browser.now
  tab.click(link)
  tab.click(link, { detail: 2 })
  void tab.route('/en/articles/idle')
  await tab.route('/en/articles/idle')
  tab.click(link)
  await tab.route('/en/articles/idle')
  await tab.follow('/en/articles/tabs')
  expect(await sessionsOf(browser)).toHaveLength(1)
  expect(opensOf(browser).map(({ article, ts }) => [article.id, ts])).toEqual([
    ['idle', at],
    ['tabs', at],
  ])
})
