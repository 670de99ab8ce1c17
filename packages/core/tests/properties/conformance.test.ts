import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readTraces, runTrace } from '../../src/conformance/index.js'
import { CHANNELS, type Channel, clockOf, type Fact } from '../../src/index.js'
import { at } from '../support/clock.js'
import { acts, happens, type Lived, liveThrough, opens, says, timePasses } from '../support/live.js'
import { type Act, trace } from '../support/traces.js'

const TRACES = Number(process.env.CONFORMANCE_TRACES ?? 500)
const DAY = 86_400_000

/** How each act is written in a trace, and what it means to the machine. */
const IN_A_TAB = {
  open: { written: { does: 'open', by: 'click' }, fact: opens },
  search: { written: { does: 'search' }, fact: () => acts },
  input: { written: { does: 'input' }, fact: () => acts },
  vote: { written: { does: 'vote' }, fact: () => acts },
  move: { written: { does: 'move' }, fact: () => timePasses },
  hide: { written: { does: 'hide' }, fact: () => timePasses },
  vital: { written: { does: 'vital' }, fact: () => timePasses },
} as const satisfies Ways
const IN_A_CONVERSATION = {
  user: { written: { does: 'message', by: 'user' }, fact: (id) => says('user', id) },
  bot: { written: { does: 'message', by: 'bot' }, fact: (id) => says('bot', id) },
  agent: { written: { does: 'message', by: 'agent' }, fact: (id) => says('agent', id) },
  close: { written: { does: 'close' }, fact: () => happens('close') },
  transfer: { written: { does: 'transfer' }, fact: () => happens('transfer') },
  survey_sent: { written: { does: 'survey_sent' }, fact: () => happens('survey_sent') },
  survey_answered: { written: { does: 'survey_answered' }, fact: () => happens('survey_answered') },
  interrupted: { written: { does: 'interrupted' }, fact: () => happens('interrupted') },
} as const satisfies Ways
type Ways = Readonly<Record<string, { readonly written: object; readonly fact: (id: string) => Fact }>>

/** What happened in threads, written as a file and read back. */
function read(threads: Readonly<Record<string, { channel: Channel; acts: readonly Act<string>[]; ways: Ways }>>) {
  const events = Object.entries(threads)
    .flatMap(([name, { acts, ways }]) => acts.map(({ at, act }) => ({ at, in: name, ...ways[act]!.written })))
    .sort((a, b) => a.at - b.at)
    .map((event) => ({ ...event, at: clockOf(event.at - at('0:00')) }))
  const channels = Object.fromEntries(Object.entries(threads).map(([name, { channel }]) => [name, channel]))
  const written = JSON.stringify({ version: 1, traces: [{ name: 'random', threads: channels, events }] }, null, 2)
  const found = readTraces(JSON.parse(written))
  if (!found.ok) throw new Error(found.reason)
  return found.traces[0]!
}

/** The sessions of the machine, once all is over. */
function lived(channel: Channel, acts: readonly Act<string>[], ways: Ways): Lived {
  const facts = acts.map(({ at, act }, i) => ({ at, fact: ways[act]!.fact(`${i}`) }))
  const later = (facts.at(-1)?.at ?? at('0:00')) + 30 * DAY
  return liveThrough(CHANNELS[channel], [...facts, { at: later, fact: timePasses }])
}

function agrees(
  { started, ended }: Lived,
  found: readonly { start: number; end?: number | undefined; reason?: string | undefined; previous: number | null }[],
) {
  expect(found.map(({ start }) => start + at('0:00'))).toEqual(started.map(({ startedAt }) => startedAt))
  expect(found.map(({ end, reason }) => [end! + at('0:00'), reason])).toEqual(
    ended.map(({ endedAt, reason }) => [endedAt, reason]),
  )
}

/** A conversation is sorted by time: nothing in it happens at once. */
const apart = <Kind extends string>(happened: readonly Act<Kind>[]): Act<Kind>[] =>
  happened.map((one, i) => ({ ...one, at: one.at + i }))

describe('for any trace that is written in the format and read back', () => {
  test('the sessions of two tabs are those of the machine, tab by tab', () => {
    const tab = () => trace(Object.keys(IN_A_TAB), [300_000])
    fc.assert(
      fc.property(tab(), tab(), (one, other) => {
        const tabs = { A: one, B: other }
        const { sessions } = runTrace(
          read({
            A: { channel: 'help', acts: one, ways: IN_A_TAB },
            B: { channel: 'help', acts: other, ways: IN_A_TAB },
          }),
        )
        for (const [name, happened] of Object.entries(tabs)) {
          const inTab = sessions.filter((session) => session.in === name)
          agrees(lived('help', happened, IN_A_TAB), inTab)
          expect(inTab.map(({ previous }) => previous)).toEqual(
            inTab.map((_, i) => (i === 0 ? null : sessions.indexOf(inTab[i - 1]!) + 1)),
          )
        }
      }),
      { numRuns: TRACES },
    )
  })

  test.each(Object.values(CHANNELS).filter(({ channel }) => channel !== 'help'))(
    'the sessions of a conversation on $channel are those of the machine',
    ({ channel, idleMs }) => {
      fc.assert(
        fc.property(trace(Object.keys(IN_A_CONVERSATION), [idleMs, DAY]).map(apart), (happened) => {
          const { sessions } = runTrace(read({ chat: { channel, acts: happened, ways: IN_A_CONVERSATION } }))
          agrees(lived(channel, happened, IN_A_CONVERSATION), sessions)
          expect(sessions.map(({ previous }) => previous)).toEqual(sessions.map((_, i) => i || null))
        }),
        { numRuns: TRACES },
      )
    },
  )
})
