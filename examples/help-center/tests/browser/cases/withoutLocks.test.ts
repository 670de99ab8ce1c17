import { beforeEach, expect, test } from '@jest/globals'
import { areTabsOfTheirOwn } from '../support/areTabsOfTheirOwn.js'
import { countFromNow } from '../support/counted.js'
import { engineOf, openedBy, read, recordOf, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained, opens } from '../support/session.js'
import { until } from '../support/until.js'

const ADDRESS = '/en/articles/idle'
/** A page of the site without the engine. */
const NO_ENGINE = '/en/search-index.json'

let stage: RawStage
let original: RawTab
let session: string
let tabId: string
let counted: Awaited<ReturnType<typeof countFromNow>>

// Plain http on any name but localhost is no secure context: no Web Locks, no crypto.randomUUID.
const HOST = 'help.test'
onRawStage(
  (entered) => {
    stage = entered
  },
  { host: HOST, flags: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] },
)
beforeEach(async () => {
  counted = await countFromNow(stage.center)
  original = stage.chromium.tabs()[0]!
  session = await read(original, stage.url + ADDRESS)
  tabId = (await recordOf(original)).tabId
  await explained(stage.center, session, (events) => events.length > 0)
})

/** A tab whose storage is a copy of the original's, before it shows an article. */
async function copyOfOriginal({ newWindow = false } = {}): Promise<RawTab> {
  const record = await original.evaluate(() => sessionStorage.getItem('help.tab')!)
  const copy = await stage.chromium.newTab(stage.url + NO_ENGINE, { newWindow })
  await until(
    () => copy.evaluate(() => location.pathname),
    (path) => path === NO_ENGINE,
  )
  await copy.evaluate((text) => sessionStorage.setItem('help.tab', text), record)
  return copy
}

/** Silence is a weak proof: on a busy machine some believe it too early, and are told so late. */
async function agreeOnTheirIds(tabs: readonly RawTab[]): Promise<string[]> {
  const ids = async () => (await Promise.all(tabs.map(whenReady))).map((engine) => engine.tabId)
  return until(ids, (all) => new Set(all).size === tabs.length)
}

test('without Web Locks a reload and a full page load go on with the tab and its session', async () => {
  expect(await original.evaluate(() => [isSecureContext, typeof navigator.locks, typeof crypto.randomUUID])).toEqual([
    false,
    'undefined',
    'undefined',
  ])
  expect((await engineOf(original))!.degraded).toEqual(['locks'])
  await original.send('Page.reload')
  await explained(stage.center, session, (events) => opens(events).length === 2)
  await original.goto(`${stage.url}/en/articles/tabs`)
  const told = await explained(stage.center, session, (events) => opens(events).length === 3)
  expect(told).toMatchObject({ tabId, disagreements: [] })
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 61: without Web Locks a duplicate hears that the id is taken, and is a tab of its own', async () => {
  const duplicate = await openedBy(stage.chromium, () => stage.menu.duplicate(ADDRESS))
  await agreeOnTheirIds([original, duplicate])
  await areTabsOfTheirOwn(stage.center, [original, duplicate])
  expect(await whenReady(original)).toMatchObject({ tabId, session: { id: session }, degraded: ['locks'] })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

test('case 61: without Web Locks four duplicates at once, all in view, are five tabs with five sessions', async () => {
  await stage.menu.duplicateIntoWindows(ADDRESS, 4)
  const tabs = await until(
    () => stage.chromium.tabs(),
    (all) => all.length === 5,
  )
  await agreeOnTheirIds(tabs)
  await areTabsOfTheirOwn(stage.center, tabs)
  expect(await whenReady(original)).toMatchObject({ tabId, session: { id: session } })
  await counted.toBe({ sessions: 5, direct_link: 5 })
})

test('case 61: two tabs that boot one copied record at once, its owner gone, agree on one heir', async () => {
  const copies = [await copyOfOriginal({ newWindow: true }), await copyOfOriginal({ newWindow: true })]
  await original.close()
  await Promise.all(copies.map((copy) => copy.goto(stage.url + ADDRESS)))
  expect(await agreeOnTheirIds(copies)).toContain(tabId)
  await areTabsOfTheirOwn(stage.center, copies)
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

test('case 61: an answer that comes late makes the younger tab go on under another id, with a session of its own', async () => {
  const copy = await copyOfOriginal()
  let isBusy = true
  const overAt = original
    .evaluate(() => {
      const from = performance.now()
      while (performance.now() - from < 5_000);
      return Date.now()
    })
    .finally(() => {
      isBusy = false
    })
  await copy.goto(stage.url + ADDRESS)
  // The owner is silent, so the copy believes to be the tab.
  expect(await whenReady(copy)).toMatchObject({ tabId, session: { id: session } })
  expect(isBusy).toBe(true)

  const forked = await sessionIn(copy, session)
  expect(await engineOf(original)).toMatchObject({ tabId, session: { id: session } })
  await areTabsOfTheirOwn(stage.center, [original, copy])
  const told = await stage.center.explain(forked)
  expect(opens(told.steps.map(({ event }) => event))[0]).toMatchObject({ forkedFrom: session, seq: 1 })
  expect(told.start.at - (await overAt)).toBeLessThan(1_000)
  await counted.toBe({ sessions: 2, direct_link: 2 })
})
