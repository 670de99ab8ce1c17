import { beforeEach, expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { engineOf, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained } from '../support/session.js'
import { diaryOf, keepDiary, whenThrottled } from '../support/sleep.js'
import { until } from '../support/until.js'

const MINUTE_MS = 60_000
const IDLE_MS = 5 * MINUTE_MS
const SUGGESTION = '[data-help-via="suggestion"] a'

let stage: RawStage
let tab: RawTab
let first: string
let counted: Awaited<ReturnType<typeof countFromNow>>
onRawStage((entered) => {
  stage = entered
  tab = stage.chromium.tabs()[0]!
})
beforeEach(async () => {
  // Before the page has begun to deliver.
  counted = await countFromNow(stage.center)
  await tab.goto(`${stage.url}/en/articles/idle`)
  first = await sessionIn(tab)
  await keepDiary(tab)
})

/** Puts another tab before ours. */
async function hide() {
  await stage.chromium.newTab(`${stage.url}/en`)
  await until(
    () => diaryOf(tab),
    ({ met }) => met.includes('hidden'),
  )
}

/** Back in front; what the page said of its session when it was seen again, before the reader did anything. */
async function show() {
  await tab.activate()
  const { met } = await until(
    () => diaryOf(tab),
    (diary) => diary.met.includes('visible'),
  )
  return met.slice(met.indexOf('visible'))
}

/** Waits until the timer of a tab in front, which is as fast as that of ours was, has run so often. */
async function whileOthersRun(times: number) {
  const front = stage.chromium.tabs().find((other) => other !== tab)!
  await whenReady(front)
  await keepDiary(front)
  await until(
    () => diaryOf(front),
    ({ ran }) => ran >= times,
  )
}

async function nextOpens() {
  await tab.click(SUGGESTION)
  const second = await sessionIn(tab, first)
  const after = await explained(stage.center, second, (events) => events.length > 0)
  return { before: await stage.center.explain(first), after }
}

test('case 72: hidden for six minutes with throttled timers, the session ends five minutes after its last activity', async () => {
  await hide()
  await whenThrottled(tab)
  await stage.letPass(6 * MINUTE_MS)
  expect(await show()).toEqual(['visible', 'no session'])

  const { before, after } = await nextOpens()
  expect(before.end).toMatchObject({ reason: 'idle', at: before.lastAt + IDLE_MS })
  expect(before.lastAt).toBe(before.start.at)
  expect(after).toMatchObject({ previousId: first, tabId: before.tabId, start: { entry: 'article_click' } })
  expect([...before.disagreements, ...after.disagreements]).toEqual([])
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})

test('case 72: hidden for four minutes with throttled timers, the session goes on', async () => {
  await hide()
  await whenThrottled(tab)
  await stage.letPass(4 * MINUTE_MS)
  expect(await show()).toEqual(['visible', 'session'])
  await tab.click(SUGGESTION)
  await explained(stage.center, first, (events) => events.length > 1)
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 73: frozen for six minutes, the session ends five minutes after its last activity', async () => {
  await hide()
  await tab.send('Page.setWebLifecycleState', { state: 'frozen' })
  const { ran } = await until(
    () => diaryOf(tab),
    ({ met }) => met.includes('freeze'),
  )
  await whileOthersRun(12)
  expect((await diaryOf(tab)).ran).toBe(ran)
  await stage.letPass(6 * MINUTE_MS)
  await tab.send('Page.setWebLifecycleState', { state: 'active' })
  expect(await show()).toEqual(['visible', 'no session'])
  expect((await diaryOf(tab)).met).toContain('resume')

  const { before, after } = await nextOpens()
  expect(before.end).toMatchObject({ reason: 'idle', at: before.lastAt + IDLE_MS })
  expect(before.lastAt).toBe(before.start.at)
  expect(after).toMatchObject({ previousId: first, tabId: before.tabId })
  expect([...before.disagreements, ...after.disagreements]).toEqual([])
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})

test('case 73: thawed after six minutes and read on, the first scroll finds no session and starts none', async () => {
  await hide()
  await tab.send('Page.setWebLifecycleState', { state: 'frozen' })
  await stage.letPass(6 * MINUTE_MS)
  await tab.send('Page.setWebLifecycleState', { state: 'active' })
  await show()
  await tab.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 400, y: 400, deltaX: 0, deltaY: 200 })
  await until(
    () => tab.evaluate(() => scrollY),
    (y) => y > 0,
  )
  expect((await engineOf(tab))?.session).toBeNull()
  await counted.toBe({ sessions: 1, direct_link: 1 })
})
