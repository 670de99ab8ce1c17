import { CHANNELS, type Channel, recountConversation } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ConversationRow, fromConversationRow } from '../src/conversations/conversationLine.js'
import { oldDays, sumOf } from '../src/retention/oldDays.js'
import type { Store } from '../src/store/store.js'
import { collect } from './helpers/collect.js'
import { ENGINES } from './helpers/engines.js'
import { MINUTE, NOON } from './helpers/events.js'

/** A cluster takes as long for one as the other for ten. */
const RUNS = { duckdb: 60, clickhouse: 6 }

const KEY = 'a-server-key'
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const does = fc.constantFrom(
  ...(['user', 'user', 'bot', 'agent', 'close', 'transfer', 'survey_sent', 'survey_answered', 'interrupted'] as const),
)
const pause = fc.oneof(
  fc.constantFrom(1, 5 * MINUTE, 5 * MINUTE + 1, DAY - 1, DAY),
  fc.integer({ min: 1, max: 10 * MINUTE }),
  fc.integer({ min: 1, max: 30 * HOUR }),
)
const talk = fc.record({
  channel: fc.constantFrom<Channel>('web', 'messaging_api', 'whatsapp'),
  steps: fc.array(fc.tuple(pause, does), { minLength: 1, maxLength: 14 }),
})

/** Near something that was told. */
const moment = fc.record({ near: fc.nat(50), offMs: fc.constantFrom(-MINUTE, 0, 1, MINUTE) })

interface Counted {
  readonly id: string
  readonly started_at: number
  readonly reason: string
}

/** The sessions that the rulebook finds in what is left. */
async function recounted(store: Store): Promise<Counted[]> {
  const rows = await store.query<ConversationRow>(
    `select e.event_id::varchar as event_id, e.name, e.site, e.channel, e.tab_id::varchar as tab_id,
      e.visitor_id::varchar as visitor_id, e."at", e.method, e.value, e.cause from events e`,
  )
  const conversations = Map.groupBy(rows.map(fromConversationRow), ({ conversationId }) => conversationId)
  return [...conversations.values()]
    .flatMap((events) => recountConversation(CHANNELS[events[0]!.channel], events))
    .map(({ id, startedAt, reason }) => ({ id, started_at: startedAt, reason: reason ?? '' }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

test.each(ENGINES)(
  'what is left of any conversation counts as it did: the sessions that stay, and no others ($name)',
  async (engine) => {
    const store = await engine.open()
    const collector = await collect({ store, site: 'docs', serverKey: KEY, now: () => NOON })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(talk, { minLength: 1, maxLength: 4 }), moment, async (talks, { near, offMs }) => {
        await store.forgetBefore(Number.MAX_SAFE_INTEGER)
        runs += 1
        const facts = talks.flatMap(({ channel, steps }, nth) => {
          let at = NOON - 6 * DAY
          return steps.flatMap(([pauseMs, act], i) => {
            at += pauseMs
            const said = act === 'user' || act === 'bot' || act === 'agent'
            const fact = said ? { type: 'message', by: act } : { type: act }
            const common = { id: `${runs} ${nth} ${i}`, channel, conversation: `${runs} ${nth}`, visitor: 'v', at }
            return at > NOON ? [] : [{ ...common, ...fact }]
          })
        })
        fc.pre(facts.length > 0)
        await collector.send('POST', 'conversations', { body: JSON.stringify({ facts }), headers })
        const before = facts[near % facts.length]!.at + offMs
        const told = sumOf(await oldDays(store, before, 'UTC'))
        expect(await store.forgetBefore(before)).toEqual(told)
        const left = await store.query<Counted>(
          'select c.id::varchar as id, c.started_at, c.reason from conversation_sessions c order by c.id::varchar',
        )
        expect(await recounted(store)).toEqual(left)
      }),
      { numRuns: Number(process.env.RETAIN_RUNS ?? RUNS[engine.name]) },
    )
  },
  600_000,
)
