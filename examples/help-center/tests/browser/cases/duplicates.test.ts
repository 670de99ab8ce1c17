import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { areTabsOfTheirOwn } from '../support/areTabsOfTheirOwn.js'
import { countFromNow } from '../support/counted.js'
import { linkIn } from '../support/linkIn.js'
import { engineOf, openedBy, read, recordOf, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { serve } from '../support/serve.js'
import { explained, opens } from '../support/session.js'
import type { Served } from '../support/startServer.js'
import { until } from '../support/until.js'

const LINK = '[data-help-via="suggestion"] a'
const ADDRESS = '/en/articles/idle'

let stage: RawStage
let original: RawTab
let session: string
let tabId: string
let counted: Awaited<ReturnType<typeof countFromNow>>
onRawStage((entered) => {
  stage = entered
})

let attachment: Served
beforeAll(async () => {
  attachment = await serve('no zip', { 'content-disposition': 'attachment; filename="a.zip"' })
})
afterAll(() => attachment.close())
beforeEach(async () => {
  counted = await countFromNow(stage.center)
  original = stage.chromium.tabs()[0]!
  session = await read(original, stage.url + ADDRESS)
  tabId = (await recordOf(original)).tabId
})

const duplicate = () => openedBy(stage.chromium, () => stage.menu.duplicate(ADDRESS))

/** Proves that the original and this duplicate are two tabs with a session each. */
async function isAnotherTab(duplicated: RawTab): Promise<void> {
  const { center } = stage
  const there = await sessionIn(duplicated)
  expect(there).not.toBe(session)
  expect((await recordOf(duplicated)).tabId).not.toBe(tabId)
  await original.activate()
  expect(await whenReady(original)).toMatchObject({ tabId, session: { id: session } })
  await original.click(LINK)
  const [ours, theirs] = await Promise.all([
    explained(center, session, (events) => opens(events).at(-1)?.entry === 'article_click'),
    explained(center, there, (events) => opens(events).length === 1),
  ])
  expect(ours).toMatchObject({ tabId, disagreements: [] })
  expect(theirs).toMatchObject({ previousId: null, disagreements: [], start: { entry: 'direct_link' } })
  expect(theirs.tabId).not.toBe(tabId)
  expect(theirs.steps[0]!.event).toMatchObject({ seq: 1, nav: 'history' })
  await counted.toBe({ sessions: 2, direct_link: 2 })
}

test('case 49: a duplicated tab is a tab of its own, and its article a session of its own', async () => {
  await isAnotherTab(await duplicate())
})

const fiveTabs = () =>
  until(
    () => stage.chromium.tabs(),
    (tabs) => tabs.length === 5,
  )

test('case 50: four duplicates at once, each looked at in turn, are five tabs with five sessions', async () => {
  await stage.menu.duplicate(ADDRESS, 4)
  const tabs = await fiveTabs()
  for (const tab of tabs) {
    await tab.activate()
    await sessionIn(tab)
  }
  await areTabsOfTheirOwn(stage.center, tabs)
  await counted.toBe({ sessions: 5, direct_link: 5 })
})

test('case 50: four duplicates at once, all in view, are five tabs with five sessions', async () => {
  await stage.menu.duplicateIntoWindows(ADDRESS, 4)
  await areTabsOfTheirOwn(stage.center, await fiveTabs())
  await counted.toBe({ sessions: 5, direct_link: 5 })
})

test('case 51: a duplicate after Back from the bfcache is a tab of its own', async () => {
  await original.evaluate(() => {
    addEventListener('pageshow', (event) => document.body.setAttribute('data-persisted', String(event.persisted)))
  })
  await original.goto(`${stage.url}/en/articles/tabs`)
  await until(
    () => engineOf(original).catch(() => null),
    (engine) => engine?.article?.id === 'tabs' && engine.status === 'ready',
  )
  await original.evaluate(() => history.back())
  await until(
    () => original.evaluate(() => document.body.getAttribute('data-persisted')).catch(() => null),
    (persisted) => persisted === 'true',
  )
  await whenReady(original)
  await isAnotherTab(await duplicate())
})

/** A click that makes the page say goodbye, and then leads nowhere. */
async function clickInVain(attributes: Readonly<Record<string, string>>): Promise<void> {
  await original.evaluate(() => {
    addEventListener('beforeunload', () => document.body.setAttribute('data-goodbye', ''))
  })
  await original.click(await linkIn(original, attributes))
  await until(
    () => original.evaluate(() => document.body.hasAttribute('data-goodbye')),
    (saidGoodbye) => saidGoodbye,
  )
}

test('case 51: a duplicate after a click on a download is a tab of its own', async () => {
  await clickInVain({ href: attachment.url })
  await isAnotherTab(await duplicate())
})

test('case 51: a duplicate after a click on a mailto link is a tab of its own', async () => {
  await clickInVain({ href: 'mailto:help@example.com' })
  await isAnotherTab(await duplicate())
})

test('case 52: a duplicate of a frozen tab is a tab of its own, and the frozen one keeps its id and its session', async () => {
  const { chromium } = stage
  await original.evaluate(() => {
    document.addEventListener('freeze', () => document.body.setAttribute('data-frozen', ''))
  })
  await chromium.newTab('about:blank')
  await until(
    () => original.evaluate(() => document.visibilityState),
    (visibility) => visibility === 'hidden',
  )
  await original.send('Page.setWebLifecycleState', { state: 'frozen' })
  expect(await original.evaluate(() => document.body.hasAttribute('data-frozen'))).toBe(true)
  await isAnotherTab(await duplicate())
})

test('case 52: a duplicate made while the main thread of the tab is busy for two seconds is a tab of its own', async () => {
  let isBusy = true
  const busy = original.evaluate(() => {
    const from = performance.now()
    while (performance.now() - from < 2_000);
  })
  const over = busy.then(() => {
    isBusy = false
  })
  const duplicated = await duplicate()
  expect(isBusy).toBe(true)
  await over
  await isAnotherTab(duplicated)
})

test('case 52: a duplicate of a tab on a CPU twenty times slower is a tab of its own', async () => {
  await original.send('Emulation.setCPUThrottlingRate', { rate: 20 })
  await isAnotherTab(await duplicate())
})
