import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import type { Store } from '../src/store/store.js'
import { contact, contacted, leave, MINUTE, NOON, offer, opening, SITE, search, vote } from './helpers/events.js'
import { read, storeOf } from './helpers/reports.js'

const HOUR = 60 * MINUTE
const none = { rate: null, n: 0 }

type Step = (change: object) => HelpEvent

/** A session in a tab of its own, a step every ten seconds. */
function session(...steps: readonly Step[]): [HelpEvent, ...HelpEvent[]] {
  const first = opening({ tabId: randomUUID(), visitorId: randomUUID() })
  const { tabId, visitorId, id: sessionId } = first
  const own = { tabId, visitorId, sessionId }
  return [first, ...steps.map((step, i) => step({ ...own, seq: i + 2, ts: NOON + (i + 1) * 10_000 }))]
}

const opens =
  (id: string): Step =>
  (change) =>
    opening({ id: randomUUID(), article: { id }, ...change })
const [starts, offers, sends]: [Step, Step, Step] = [contact, offer, contacted]

const file = (store: Store, ...tickets: readonly { visitor?: string; ref?: string; at: number }[]) =>
  store.keepTickets({
    site: SITE,
    receivedAt: NOON,
    tickets: tickets.map(({ visitor = '', ref = '', at }, i) => ({ ticket: `T-${i}`, at, visitor, ref, channel: '' })),
  })

test('without forms and tickets there is nothing to tell, which is not 0', async () => {
  expect(await read(await storeOf(opening()), 'deflection')).toMatchObject({
    rows: [],
    totals: { sessions: 0, opened: 0, submitted: 0, deflected: none },
    window_hours: 24,
    tickets: null,
    self_service: null,
  })
})

test('a form deflects who opened an article that it had offered, afterwards, and sent nothing', async () => {
  const store = await storeOf(
    ...session(starts, offers, opens('tabs')),
    ...session(offers, starts, opens('tabs')),
    ...session(starts, offers, opens('consent')),
    ...session(starts, opens('tabs'), offers),
    ...session(offers, opens('tabs'), starts),
    ...session(starts, offers, opens('tabs'), sends),
    ...session(starts, offers, opens('tabs'), (change) => sends({ ...change, method: 'chat' })),
    ...session(offers, opens('tabs')),
    ...session(starts, (change) => offers({ ...change, formId: 'other' }), opens('tabs')),
  )
  expect((await read(store, 'deflection')).rows).toEqual([
    { method: 'form', form: '', sessions: 8, opened: 4, submitted: 2, deflected: { rate: 2 / 8, n: 8 } },
  ])
})

test('an offered article may be opened in another tab', async () => {
  const [first, ...others] = session(starts, offers)
  const there = { tabId: randomUUID(), visitorId: first.visitorId, article: { id: 'tabs' } }
  const early = session(starts, offers)
  const store = await storeOf(
    first,
    ...others,
    opening({ ...there, openedFrom: first.id, ts: NOON + 20_000 }),
    ...early,
    opening({ ...there, tabId: randomUUID(), openedFrom: early[0].id, ts: NOON + 19_999 }),
  )
  expect((await read(store, 'deflection')).totals).toMatchObject({ sessions: 2, opened: 1, deflected: { rate: 0.5 } })
})

test('each form has its row, and a session that started two counts once in all', async () => {
  const with2: Step[] = [starts, offers].map((step) => (change) => step({ ...change, formId: 'two' }))
  const both = session(starts, offers, ...with2, opens('tabs'))
  const one = session(starts)
  const report = await read(await storeOf(...both, ...one), 'deflection', { explain: 'deflected' })
  expect(report.rows).toEqual([
    {
      method: 'form',
      form: '',
      sessions: 2,
      opened: 1,
      submitted: 0,
      deflected: { rate: 0.5, n: 2 },
      sessions_behind: [both[0].id],
    },
    {
      method: 'form',
      form: 'two',
      sessions: 1,
      opened: 1,
      submitted: 0,
      deflected: { rate: 1, n: 1 },
      sessions_behind: [both[0].id],
    },
  ])
  expect(report.totals).toEqual({ sessions: 2, opened: 1, submitted: 0, deflected: { rate: 0.5, n: 2 } })
})

test('a session is confirmed when its last step was a good one and no ticket followed', async () => {
  const reads: Step = ({ sessionId, ...change }: { sessionId?: string }) =>
    leave({ ...change, sessionId: sessionId!, openId: sessionId!, activeAt: NOON })
  const read1 = session(reads)
  const voted = session((change) => vote({ ...change, value: 1 }))
  const against = session(reads, (change) => vote({ ...change, value: -1 }))
  const searched = session(reads, search)
  const asked = session(reads, sends, (change) => vote({ ...change, value: 1 }))
  const filed = session(reads)
  const store = await storeOf(...read1, ...voted, ...against, ...searched, ...asked, ...filed)
  await file(store, { visitor: filed[0].visitorId, at: NOON + HOUR })
  const { tickets } = await read(store, 'deflection', { explain: 'confirmed' }, NOON + 48 * HOUR)
  expect(tickets).toEqual({
    confirmed: { rate: 2 / 6, n: 6 },
    potential: { rate: 5 / 6, n: 6 },
    none: { rate: 1 / 6, n: 6 },
    provisional: 0,
    sessions_behind: [read1[0].id, voted[0].id].toSorted().reverse(),
  })
})

test('a ticket counts from the start of a session until its window is over', async () => {
  const stay = session((change) => vote({ ...change, value: -1 }))
  const store = await storeOf(...stay)
  const [{ visitorId: visitor }] = stay
  const lastAt = NOON + 10_000
  const noneAt = async (at: number, params = {}) => {
    await file(store, { visitor, at })
    return (await read(store, 'deflection', params, NOON + 48 * HOUR)).tickets!.none.rate
  }
  expect(await noneAt(NOON - 1)).toBe(0)
  expect(await noneAt(NOON)).toBe(1)
  expect(await noneAt(lastAt + 24 * HOUR)).toBe(1)
  expect(await noneAt(lastAt + 24 * HOUR + 1)).toBe(0)
  expect(await noneAt(lastAt + HOUR, { window_hours: '1' })).toBe(1)
  expect(await noneAt(lastAt + HOUR + 1, { window_hours: '1' })).toBe(0)
})

test('what may still be followed by a ticket is provisional', async () => {
  const store = await storeOf(...session())
  await file(store, { ref: 'nobody', at: NOON })
  const at = async (now: number) => (await read(store, 'deflection', {}, now)).tickets!.provisional
  expect(await at(NOON + 24 * HOUR)).toBe(1)
  expect(await at(NOON + 24 * HOUR + 1)).toBe(0)
})

test('a ticket belongs to whom it names, or to who was told its number; who is not known counts as one', async () => {
  const [one, two] = [session((change) => contacted({ ...change, ticket: 'ref-1' })), session()]
  const store = await storeOf(...one, ...two)
  await file(
    store,
    { ref: 'ref-1', at: NOON },
    { visitor: one[0].visitorId, ref: 'ref-9', at: NOON },
    { ref: 'ref-2', at: NOON },
    { ref: 'ref-2', at: NOON - 24 * HOUR },
  )
  const { self_service, tickets } = await read(store, 'deflection')
  expect(self_service).toEqual({ sessions: 2, users: 2, score: 1 })
  expect(tickets!.none).toEqual({ rate: 1 / 2, n: 2 })
  const filtered = await read(store, 'deflection', { entry: 'article_click' })
  expect({ none: filtered.tickets!.none.n, self_service: filtered.self_service }).toEqual({
    none: 2,
    self_service: null,
  })
  expect((await read(store, 'deflection', { from: '2026-03-11', to: '2026-03-12' })).self_service).toEqual({
    sessions: 0,
    users: 0,
    score: null,
  })
})

test.each(['0', '169', '1.5', 'a day'])('a window of %s hours is refused', (hours) => {
  expect(parseReportQuery({ site: SITE, window_hours: hours }, NOON)).toEqual({
    ok: false,
    reason: `window_hours: expected a whole number from 1 to 168, got "${hours}"`,
  })
})
