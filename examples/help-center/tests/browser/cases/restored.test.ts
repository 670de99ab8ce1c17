import { beforeEach, expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { engineOf, openedBy, recordOf, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained, opens } from '../support/session.js'
import { until } from '../support/until.js'

const MINUTE = 60_000
const ADDRESS = '/en/articles/idle'

let stage: RawStage
let tab: RawTab
let session: string
let tabId: string
let counted: Awaited<ReturnType<typeof countFromNow>>
onRawStage((entered) => {
  stage = entered
})
beforeEach(async () => {
  counted = await countFromNow(stage.center)
  tab = await stage.chromium.newTab(stage.url + ADDRESS)
  session = await sessionIn(tab)
  tabId = (await recordOf(tab)).tabId
})

/** The session that the first one became: told with all its articles, by the same tab. */
async function goesOn(): Promise<void> {
  const told = await explained(stage.center, session, (events) => opens(events).length === 2)
  expect(told).toMatchObject({ tabId, disagreements: [] })
  await counted.toBe({ sessions: 1, direct_link: 1 })
}

async function crashAndReload(): Promise<void> {
  const crashed = new Promise((resolve) => {
    const stop = stage.chromium.devTools.on('Inspector.targetCrashed', () => resolve(stop()))
  })
  await tab.send('Inspector.enable')
  tab.send('Page.crash').catch(() => {})
  await crashed
  await tab.send('Page.reload')
}

test('case 53: a crashed tab that is loaded again within the idle time goes on with its id and its session', async () => {
  await explained(stage.center, session, (events) => events.length > 0)
  await stage.letPass(4 * MINUTE)
  await crashAndReload()
  expect(await whenReady(tab)).toMatchObject({ tabId, session: { id: session } })
  await goesOn()
})

test('case 53: a crashed tab that is loaded again after the idle time keeps its id, and its session has ended', async () => {
  await explained(stage.center, session, (events) => events.length > 0)
  await stage.letPass(5 * MINUTE)
  await crashAndReload()
  const next = await sessionIn(tab)
  expect(next).not.toBe(session)
  const told = await explained(stage.center, next, (events) => events.length > 0)
  expect(told).toMatchObject({ tabId, previousId: session, disagreements: [] })
  expect(told.steps[0]!.event).toMatchObject({ entry: 'direct_link', nav: 'reload' })
  expect((await stage.center.explain(session)).end).toMatchObject({ reason: 'idle' })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

async function closeAndReopen(): Promise<RawTab> {
  const { chromium, menu } = stage
  await explained(stage.center, session, (events) => events.length > 0)
  await tab.close()
  await until(
    () => chromium.tabs().includes(tab),
    (isThere) => !isThere,
  )
  return openedBy(chromium, menu.reopenClosed)
}

test('case 54: a closed tab that is reopened within the idle time goes on with its id and its session', async () => {
  await stage.letPass(4.9 * MINUTE)
  const reopened = await closeAndReopen()
  expect(await whenReady(reopened)).toMatchObject({ tabId, session: { id: session } })
  await goesOn()
})

test('case 54: a closed tab that is reopened after the idle time is the same tab with another session', async () => {
  await stage.letPass(5 * MINUTE)
  const reopened = await closeAndReopen()
  const next = await sessionIn(reopened)
  const told = await explained(stage.center, next, (events) => events.length > 0)
  expect(told).toMatchObject({ tabId, previousId: session, disagreements: [] })
  expect(told.steps[0]!.event).toMatchObject({ entry: 'direct_link', nav: 'history' })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

async function discardAndLookAgain(): Promise<RawTab> {
  const { chromium, menu } = stage
  await explained(stage.center, session, (events) => events.length > 0)
  await chromium.newTab('about:blank')
  const discarded = await openedBy(chromium, () => menu.discard(ADDRESS))
  await discarded.activate()
  await whenReady(discarded)
  expect(await discarded.evaluate(() => (document as { wasDiscarded?: boolean }).wasDiscarded)).toBe(true)
  return discarded
}

test('case 56: a discarded tab that is looked at within the idle time goes on with its id and its session', async () => {
  await stage.letPass(4 * MINUTE)
  const back = await discardAndLookAgain()
  expect(await whenReady(back)).toMatchObject({ tabId, session: { id: session } })
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 56: a discarded tab that is looked at after the idle time has no session until the reader acts', async () => {
  await stage.letPass(6 * MINUTE)
  const back = await discardAndLookAgain()
  expect(await engineOf(back)).toMatchObject({ tabId, session: null, article: { id: 'idle' } })
  await back.click('h1')
  const next = await sessionIn(back)
  const told = await explained(stage.center, next, (events) => events.length > 0)
  expect(told).toMatchObject({ tabId, previousId: session, disagreements: [], start: { entry: 'direct_link' } })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

test('case 57: ten minutes of reading in one tab do not keep the session of another alive', async () => {
  const { center, chromium, url, letPass } = stage
  await explained(center, session, (events) => events.length > 0)
  const startedAt = (await center.explain(session)).lastAt
  const other = await chromium.newTab(`${url}/en/articles/tabs`)
  const there = await sessionIn(other)
  for (const minutes of [3, 6, 10]) {
    await letPass(minutes * MINUTE)
    await other.click('h1')
  }
  expect(await engineOf(other)).toMatchObject({ session: { id: there } })
  await tab.activate()
  await until(
    () => engineOf(tab),
    (engine) => engine?.session === null,
  )
  await tab.click('[data-help-via="suggestion"] a')
  const next = await explained(center, await sessionIn(tab, session), (events) => events.length > 0)
  expect(next).toMatchObject({ tabId, previousId: session })
  expect((await center.explain(session)).end).toMatchObject({ reason: 'idle', at: startedAt + 5 * MINUTE })
  const busy = await explained(center, there, (events) => events.length > 1)
  expect(busy).toMatchObject({ disagreements: [] })
  expect(busy.lastAt - busy.start.at).toBeGreaterThanOrEqual(9.9 * MINUTE)
  await counted.toBe({ sessions: 3, direct_link: 2, article_click: 1 })
})
