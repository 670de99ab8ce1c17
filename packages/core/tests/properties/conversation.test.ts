import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CHANNELS, type Fact } from '../../src/index.js'
import { type Row, readConversation, type Said, type Talk } from '../support/conversationOracle.js'
import { happens, liveThrough, says, timePasses } from '../support/live.js'
import { trace } from '../support/traces.js'

const FIVE_MINUTES = 300_000
const A_DAY = 86_400_000
const TALK_ENDS: readonly Talk[] = ['transfer', 'survey_answered', 'interrupted']
const ANYONE: readonly Said[] = ['user', 'bot', 'agent']

const social: Row = { idle: A_DAY, endsAtExactlyIdle: true, countsFrom: ANYONE, earlyEnds: TALK_ENDS }
const ROWS = {
  web: { idle: FIVE_MINUTES, endsAtExactlyIdle: false, countsFrom: ['user'], earlyEnds: ['close', ...TALK_ENDS] },
  messaging_api: { idle: FIVE_MINUTES, endsAtExactlyIdle: true, countsFrom: ANYONE, earlyEnds: TALK_ENDS },
  facebook: social,
  whatsapp: social,
  instagram: social,
  telegram: social,
  twitter: social,
  sms: social,
} satisfies Record<string, Row>

const TALK: readonly Talk[] = [
  'user',
  'user',
  'bot',
  'agent',
  'close',
  'transfer',
  'survey_sent',
  'survey_answered',
  'interrupted',
  'tick',
]

/** Of each channel. */
const TRACES = Number(process.env.CONVERSATION_TRACES ?? 2_000)

function factFor(act: Talk, id: string): Fact {
  if (act === 'tick') return timePasses
  return act === 'user' || act === 'bot' || act === 'agent' ? says(act, id) : happens(act)
}

describe.each(Object.entries(ROWS))('for any conversation on %s', (channel, row) => {
  test('the machine counts what the specification says in its own words', () => {
    fc.assert(
      fc.property(trace(TALK, [...new Set([row.idle, A_DAY])]), (talk) => {
        const { started, ended, open } = liveThrough(
          CHANNELS[channel as keyof typeof ROWS],
          talk.map(({ at, act }, i) => ({ at, fact: factFor(act, `message ${i}`) })),
        )
        const found = readConversation(row, talk)
        expect(started.map(({ startedAt }) => startedAt)).toEqual(found.map(({ startedAt }) => startedAt))
        expect(ended.map(({ endedAt, reason }) => ({ at: endedAt, reason }))).toEqual(
          found.flatMap(({ end }) => end ?? []),
        )
        expect(open === null).toBe(found.at(-1)?.end !== null)
        expect(started.map(({ previousId }) => previousId)).toEqual(
          [null, ...started.map(({ id }) => id)].slice(0, started.length),
        )
      }),
      { numRuns: TRACES },
    )
  }, 3_600_000)
})
