import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  CHANNELS,
  type ConversationEvent,
  type ConversationName,
  recountConversation,
  type Speaker,
} from '../src/index.js'
import { at } from './support/clock.js'
import { happens, liveThrough, says } from './support/live.js'
import { uuid } from './support/tab.js'
import { trace } from './support/traces.js'

let made = 0

function tell(clock: string | number, name: ConversationName, by: Speaker | null = null): ConversationEvent {
  made += 1
  return {
    id: uuid(made),
    name,
    site: 'docs',
    channel: 'web',
    conversationId: uuid(0xc0),
    visitorId: uuid(0xbeef),
    at: typeof clock === 'number' ? clock : at(clock),
    by,
    score: null,
    cause: '',
  }
}

const user = (clock: string) => tell(clock, 'chat.message', 'user')
const bot = (clock: string) => tell(clock, 'chat.message', 'bot')
const { web } = CHANNELS

describe('the sessions of a conversation', () => {
  test('hold what was said in them, and what ended them early', () => {
    const talk = [user('0:00'), bot('0:05'), tell('1:00', 'chat.survey_sent'), tell('2:00', 'chat.close')]
    expect(recountConversation(web, talk)).toEqual([
      {
        id: talk[0]!.id,
        startedAt: at('0:00'),
        lastAt: at('0:00'),
        previousId: null,
        events: talk,
        endedAt: at('2:00'),
        reason: 'close',
        interactions: 2,
        userTurns: 1,
      },
    ])
  })

  test('leave out what lies between them: an agent, a survey answered late', () => {
    const talk = [
      user('0:00'),
      tell('1:00', 'chat.transfer'),
      tell('1:30', 'chat.message', 'agent'),
      tell('2:00', 'chat.close'),
      tell('3:00', 'chat.survey_answered'),
      user('4:00'),
    ]
    const [first, second] = recountConversation(web, talk)
    expect(first).toMatchObject({ reason: 'transfer', events: [talk[0], talk[1]], interactions: 1 })
    expect(second).toMatchObject({ id: talk[5]!.id, previousId: first!.id, events: [talk[5]], reason: null })
  })

  test('end idle by what came after', () => {
    const talk = [user('0:00'), bot('4:59'), user('5:00.001')]
    expect(recountConversation(web, talk)).toMatchObject([
      { reason: 'idle', endedAt: at('5:00'), interactions: 2, userTurns: 1 },
      { reason: null, endedAt: null },
    ])
  })

  test('are not started by an opened window, and note it while they go on', () => {
    const talk = [tell('0:00', 'chat.open'), user('1:00'), tell('2:00', 'chat.open'), tell('6:00.001', 'chat.open')]
    expect(recountConversation(web, talk)).toMatchObject([
      { id: talk[1]!.id, events: [talk[1], talk[2]], reason: 'idle', endedAt: at('6:00'), interactions: 1 },
    ])
  })

  test('do not depend on the order in which events come, not even of those that happened at once', () => {
    const talk = [user('0:00'), tell('1:00', 'chat.interrupted'), bot('1:00'), user('2:00')]
    const sessions = recountConversation(web, talk)
    expect(sessions).toMatchObject([{ reason: 'interrupted' }, { interactions: 2, previousId: talk[0]!.id }])
    fc.assert(
      fc.property(fc.shuffledSubarray(talk, { minLength: talk.length }), (shuffled) => {
        expect(recountConversation(web, shuffled)).toEqual(sessions)
      }),
    )
  })
})

const ACTS = ['user', 'bot', 'agent', 'close', 'transfer', 'survey_sent', 'survey_answered', 'interrupted'] as const

test.each(Object.values(CHANNELS).filter(({ channel }) => channel !== 'help'))(
  'they are those of the machine on $channel, and each message lies in one at most',
  (rule) => {
    fc.assert(
      fc.property(trace(ACTS, [rule.idleMs, 86_400_000]), (acts) => {
        const talk = acts.map(({ at, act }) => {
          const isSaid = act === 'user' || act === 'bot' || act === 'agent'
          return isSaid ? tell(at, 'chat.message', act) : tell(at, `chat.${act}`)
        })
        const facts = talk.map((event) => {
          const what = event.name.slice('chat.'.length)
          return { at: event.at, fact: event.by ? says(event.by, event.id) : happens(what as 'close') }
        })
        const { started, ended } = liveThrough(rule, facts)
        const sessions = recountConversation(rule, talk)
        expect(sessions.map(({ id }) => id)).toEqual(started.map(({ id }) => id))
        expect(sessions.filter(({ reason }) => reason).map(({ endedAt, reason }) => ({ endedAt, reason }))).toEqual(
          ended.map(({ endedAt, reason }) => ({ endedAt, reason })),
        )
        const inside = sessions.flatMap(({ events }) => events)
        expect(new Set(inside).size).toBe(inside.length)
        for (const { events, id, interactions } of sessions) {
          expect(events[0]!.id).toBe(id)
          expect(events.filter(({ by }) => by !== null)).toHaveLength(interactions)
        }
      }),
      { numRuns: 1_000 },
    )
  },
)
