import { parseEvent } from '@helptally/core/schema'
import { expect, test } from '@jest/globals'
import { articleTab, T } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import { type FakeBrowser, MINUTE } from '../support/fakeBrowser.js'
import { grantedBrowser } from '../support/granted.js'

const stamps = ['null', '"NaN"', '"2026-11-02T10:00:00Z"', '0', '-1', '1e15', '1e308', '1e999', '{}', '[]', 'true']
const places = ['"lastAt"', '"startedAt"', '"writtenAt"', '"provedAt"', '"activeAt"']

/** The record of a tab with an open session, one of its stamps replaced. */
async function tampered(place: string, stamp: string): Promise<Map<string, string>> {
  const { browser, tab } = await articleTab()
  await browser.advance(10_000)
  const text = tab.session.items.get('help.tab')!
  const changed = text.replace(new RegExp(`${place}:[^,}]+`), `${place}:${stamp}`)
  expect(changed).not.toBe(text)
  return new Map([['help.tab', changed]])
}

for (const place of places) {
  test.each(stamps)(
    `case 19: %s for ${place} throws nothing, keeps no session for ever, and makes none on every touch`,
    async (stamp) => {
      const browser = grantedBrowser()
      const tab = browser.openTab('/en', { session: await tampered(place, stamp) })
      await browser.advance(T)
      expect(tab.state).toMatchObject({ status: 'ready', session: null })
      for (let touch = 0; touch < 3; touch++) {
        await tab.follow('/en/articles/idle')
        tab.scroll()
        tab.load('/en/articles/idle', 'reload')
        await browser.advance(MINUTE)
      }
      expect(await sessionsOf(browser)).toHaveLength(1)
    },
  )
}

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['of another shape', '{"v":1,"tabId":7}'],
  ['without a thread', '{"v":1,"tabId":"x","seq":3,"writtenAt":0,"provedAt":0}'],
])('case 19: %s is not believed, and nothing throws', async (_, text) => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', { session: new Map([['help.tab', text]]) })
  expect(await sessionsOf(browser)).toHaveLength(1)
  expect(browser.received).toMatchObject([{ seq: 1, tabId: tab.state.tabId }])
})

interface SomeRecord {
  readonly tabId: string
  readonly writtenAt: number
  readonly thread: { readonly open: { readonly id: string } }
}

/** A tab with a record as the engine writes it, but for one change. */
async function tabWithRecord(change: (record: SomeRecord) => void) {
  const { browser, tab } = await articleTab()
  await browser.advance(10_000)
  tab.close()
  await browser.advance(0)
  const record: SomeRecord = JSON.parse(tab.session.items.get('help.tab')!)
  change(record)
  const before = browser.received.length
  const next = browser.openTab('/en/articles/tabs', { session: new Map([['help.tab', JSON.stringify(record)]]) })
  await browser.advance(6_000)
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
])('case 19: a record with %s is not believed, nor its session', async (_, change) => {
  const { record, next, events } = await tabWithRecord(change)
  expect(next.state.tabId).not.toBe(record.tabId)
  expect(events).toMatchObject([{ seq: 1, tabId: next.state.tabId, sessionId: events[0]!.id }])
})

test('a record with nothing wrong is believed', async () => {
  const { record, next, events } = await tabWithRecord(() => {})
  expect(next.state.tabId).toBe(record.tabId)
  expect(events).toMatchObject([{ seq: 3, sessionId: record.thread.open.id }])
})

test('case 19: whatever one value of a record is turned into, the collector takes every event, and nothing throws', async () => {
  const strange = [null, undefined, true, -1, 0, 0.5, 1e15, 1e308, '', 'x', 'y'.repeat(2_000), [], {}]
  for (const path of pathsOf((await leftForAnArticle()).record)) {
    for (const value of strange) {
      const { browser, record } = await leftForAnArticle()
      setAt(record, path, value)
      const before = browser.received.length
      const next = browser.openTab('/en/articles/tabs', { session: new Map([['help.tab', JSON.stringify(record)]]) })
      await browser.advance(6_000)
      next.engine.vote(1)
      await browser.advance(6_000)
      const told = browser.received.slice(before).map((event) => [event.name, parseEvent(event)])
      expect([path, value, told]).toEqual([
        path,
        value,
        ['help.article.open', 'help.feedback.vote'].map((name) => [name, expect.objectContaining({ ok: true })]),
      ])
    }
  }
})

/** A tab with a session, left by Enter on an option of the search bar. */
async function leftForAnArticle(): Promise<{ browser: FakeBrowser; record: Json }> {
  const { browser, tab } = await articleTab()
  await browser.advance(6_000)
  document.body.innerHTML = `
    <div data-help-search data-help-list="results">
      <input aria-activedescendant="first"><a role="option" id="first" href="/en/articles/tabs">Tabs</a>
    </div>`
  tab.engine.showResults({ query: 'tab', results: 1 })
  tab.press(document.querySelector('input')!, 'Enter')
  tab.close()
  await browser.advance(0)
  const record = JSON.parse(tab.session.items.get('help.tab')!)
  expect(record.intent).toMatchObject({ entry: 'search_enter', position: 1, listId: 'results', article: 'tabs' })
  return { browser, record }
}

type Json = { [key: string]: Json }

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
const pathsOf = (record: Json): string[][] =>
  Object.entries(record).flatMap(([key, value]) => [
    [key],
    ...(isJson(value) ? pathsOf(value) : []).map((rest) => [key, ...rest]),
  ])
function setAt(record: Json, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) setAt(record[key!]!, rest, value)
  else record[key!] = value as Json
}

test.each([0, 2, '1', null])('case 79: a record of version %j is discarded, and its session with it', async (v) => {
  const { tab: before } = await articleTab()
  const record = JSON.parse(before.session.items.get('help.tab')!) as object
  const browser = grantedBrowser()
  const tab = browser.openTab('/en', { session: new Map([['help.tab', JSON.stringify({ ...record, v })]]) })
  await browser.advance(1_000)
  expect(tab.state).toMatchObject({ status: 'ready', session: null })
  expect(tab.state.tabId).not.toBe(before.state.tabId)
  expect(JSON.parse(tab.session.items.get('help.tab')!)).toMatchObject({ v: 1, tabId: tab.state.tabId })
})
