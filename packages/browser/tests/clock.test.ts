import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

const HOUR = 60 * MINUTE
const T = 5 * MINUTE

async function articleTab() {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(10_000)
  return { browser, tab, session: tab.state.session! }
}

test('the clock set back by an hour: the session lives, and ends after five real minutes', async () => {
  const { browser, tab, session } = await articleTab()
  browser.now -= HOUR
  tab.scroll()
  expect(tab.state.session?.id).toBe(session.id)
  await browser.advance(T - 1)
  expect(tab.state.session?.id).toBe(session.id)
  await browser.advance(1)
  expect(tab.state.session).toBeNull()
})

test('the clock set forward by an hour counts as sleep: the session has ended', async () => {
  const { browser, tab } = await articleTab()
  browser.now += HOUR
  tab.scroll()
  expect(tab.state.session).toBeNull()
})

test('a sleep of 4:49 in a session that was active ten seconds ago leaves it alive, one of 20 minutes ends it', async () => {
  for (const [sleepMs, isAlive] of [
    [T - 10_001, true],
    [20 * MINUTE, false],
  ] as const) {
    const { browser, tab } = await articleTab()
    browser.now += sleepMs
    tab.setHidden(false)
    expect(tab.state.session !== null).toBe(isAlive)
  }
})

test('a page loaded after the clock was set back by two minutes goes on where the one before was', async () => {
  const { browser, tab, session } = await articleTab()
  browser.now -= 2 * MINUTE
  tab.load('/en/articles/tabs')
  await browser.advance(2_000)
  expect(tab.state.session?.id).toBe(session.id)
  const times = browser.received.map((event) => event.ts)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('a record from five minutes in the future or more is not believed', async () => {
  const { browser, tab, session } = await articleTab()
  const { tabId } = tab.state
  tab.leave()
  browser.now -= T
  tab.load('/en/articles/tabs')
  await browser.advance(2_000)
  expect(tab.state.session?.id).not.toBe(session.id)
  expect(tab.state.tabId).not.toBe(tabId)
})

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['another shape', '{"v":1,"tabId":7}'],
  ['a stamp that is no number', '{"v":1,"tabId":"x","seq":3,"writtenAt":null,"thread":{"open":null}}'],
])('a record that is %s is not believed, and nothing throws', async (_, text) => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', { session: new Map([['help.tab', text]]) })
  await browser.advance(2_000)
  expect(tab.state.status).toBe('ready')
  expect(browser.received).toMatchObject([{ seq: 1, tabId: tab.state.tabId }])
})

test('whatever the clock does, a recount finds the sessions that the page counted', async () => {
  for (const jump of [-3 * HOUR, -T, -MINUTE, -1, 1, MINUTE, T, HOUR]) {
    const { browser, tab } = await articleTab()
    browser.now += jump
    await tab.follow('/en/articles/tabs')
    await browser.advance(T)
    browser.now -= jump
    await tab.follow('/en/articles/consent')
    await browser.advance(2_000)
    const claimed = browser.received.filter((event) => event.id === event.sessionId).map(({ id }) => id)
    expect(recount(browser.received, browser.now + HOUR).map(({ id }) => id)).toEqual(claimed)
  }
})

interface SomeRecord {
  readonly tabId: string
  readonly writtenAt: number
  readonly thread: { readonly open: { readonly id: string } }
}

/** A tab with a record as the engine writes it, but for one change. */
async function tabWithRecord(change: (record: SomeRecord) => void) {
  const { browser, tab } = await articleTab()
  tab.close()
  const record: SomeRecord = JSON.parse(tab.session.items.get('help.tab')!)
  change(record)
  const before = browser.received.length
  const next = browser.openTab('/en/articles/tabs', { session: new Map([['help.tab', JSON.stringify(record)]]) })
  await browser.advance(2_000)
  return { record, next, events: browser.received.slice(before) }
}

test.each<[string, (record: SomeRecord) => void]>([
  ['a tab id that is no UUID', (record) => Object.assign(record, { tabId: 'x' })],
  ['a session id that is no UUID', (record) => Object.assign(record.thread.open, { id: '1' })],
  ['a last activity in the future', (record) => Object.assign(record.thread.open, { lastAt: record.writtenAt + 1 })],
  ['a last activity before the start', (record) => Object.assign(record.thread.open, { startedAt: record.writtenAt })],
  ['a stamp that is a string', (record) => Object.assign(record.thread.open, { lastAt: '7' })],
  ['a huge stamp', (record) => Object.assign(record, { provedAt: 1e300 })],
  ['an unknown entry', (record) => Object.assign(record, { entry: 'magic' })],
  ['an intent of another shape', (record) => Object.assign(record, { intent: { at: 5 } })],
  ['a later version', (record) => Object.assign(record, { v: 2 })],
])('case 19, 79: a record with %s is not believed', async (_, change) => {
  const { record, next, events } = await tabWithRecord(change)
  expect(next.state.tabId).not.toBe(record.tabId)
  expect(events).toMatchObject([{ seq: 1, tabId: next.state.tabId, sessionId: events[0]!.id }])
})

test('a record with nothing wrong is believed', async () => {
  const { record, next, events } = await tabWithRecord(() => {})
  expect(next.state.tabId).toBe(record.tabId)
  expect(events).toMatchObject([{ seq: 2, sessionId: record.thread.open.id }])
})
