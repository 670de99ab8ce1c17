import { expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { documentIn, followPlainLink, nextDocument } from '../support/history.js'
import { sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained, opens } from '../support/session.js'

const IDLE_MS = 5 * 60_000
/** Enough for the slowest of computers to load a page in. */
const MARGIN_MS = 30_000

let stage: RawStage
let tab: RawTab
onRawStage((entered) => {
  stage = entered
  tab = stage.chromium.tabs()[0]!
})

async function reload() {
  const before = await documentIn(tab)
  await tab.send('Page.reload')
  return nextDocument(tab, before.path, before)
}

test('case 26: an article whose address was typed, or came in a mail, is a direct link', async () => {
  const counted = await countFromNow(stage.center)
  await tab.goto(`${stage.url}/en/articles/idle`)
  const typed = await explained(stage.center, await sessionIn(tab), (events) => events.length > 0)
  // The reader's mail lives at another address.
  const { port } = new URL(stage.url)
  await tab.goto(`http://127.0.0.1:${port}/en`)
  await tab.send('Page.setDocumentContent', {
    frameId: (await tab.send('Page.getFrameTree')).frameTree.frame.id,
    html: `<a id="mailed" href="${stage.url}/en/articles/tabs" target="_blank">Read this</a>`,
  })
  await tab.click('#mailed')
  const opened = await stage.chromium.nextTab([tab])
  const mailed = await explained(stage.center, await sessionIn(opened), (events) => events.length > 0)
  for (const { start } of [typed, mailed]) expect(start).toMatchObject({ entry: 'direct_link', via: 'external' })
  expect(mailed.tabId).not.toBe(typed.tabId)
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

test('case 62: a reload of an article within five minutes goes on with its session', async () => {
  const counted = await countFromNow(stage.center)
  await tab.goto(`${stage.url}/en/articles/idle`)
  const first = await sessionIn(tab)
  const { tabId } = await whenReady(tab)
  await stage.letPass(IDLE_MS - MARGIN_MS)
  await reload()
  expect(await whenReady(tab)).toMatchObject({ tabId, session: { id: first } })
  const { steps } = await explained(stage.center, first, (events) => opens(events).length === 2)
  expect(opens(steps.map(({ event }) => event)).map(({ nav }) => nav)).toEqual(['load', 'reload'])
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 63: a reload of an article after five idle minutes is a session of its own, a direct link by reload', async () => {
  const counted = await countFromNow(stage.center)
  await tab.goto(`${stage.url}/en/articles/idle`)
  const first = await sessionIn(tab)
  await stage.letPass(IDLE_MS)
  await reload()
  const second = await sessionIn(tab, first)
  const after = await explained(stage.center, second, (events) => events.length > 0)
  const before = await stage.center.explain(first)
  expect(after).toMatchObject({ previousId: first, tabId: before.tabId, start: { entry: 'direct_link' } })
  expect(after.steps[0]!.event).toMatchObject({ nav: 'reload' })
  expect(before.end).toMatchObject({ reason: 'idle', at: before.lastAt + IDLE_MS })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

test('case 64: a click that loads another document goes on with the session, and its article knows of the click', async () => {
  const counted = await countFromNow(stage.center)
  await tab.goto(`${stage.url}/en/articles/idle`)
  const first = await sessionIn(tab)
  const { tabId } = await whenReady(tab)
  await followPlainLink(tab, `${stage.url}/en/articles/tabs`)
  expect(await whenReady(tab)).toMatchObject({ tabId, session: { id: first } })
  const { steps } = await explained(stage.center, first, (events) => opens(events).length === 2)
  expect(opens(steps.map(({ event }) => event))[1]).toMatchObject({
    article: { id: 'tabs' },
    entry: 'article_click',
    via: 'in_article',
    nav: 'load',
  })
  expect(steps.map(({ event }) => event.seq)).toEqual(steps.map((_, index) => index + 1))
  await counted.toBe({ sessions: 1, direct_link: 1 })
})
