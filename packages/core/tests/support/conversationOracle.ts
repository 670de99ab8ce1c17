import type { Act } from './traces.js'

export type Said = 'user' | 'bot' | 'agent'
export type Talk = Said | 'close' | 'transfer' | 'survey_sent' | 'survey_answered' | 'interrupted' | 'tick'

/** One row of DESIGN 2, in its own words. */
export interface Row {
  readonly idle: number
  readonly endsAtExactlyIdle: boolean
  readonly countsFrom: readonly Said[]
  readonly earlyEnds: readonly Talk[]
}

export interface FoundTalk {
  readonly startedAt: number
  readonly end: { readonly at: number; readonly reason: string } | null
}

const A_DAY = 24 * 60 * 60 * 1000
const SAID: readonly Talk[] = ['user', 'bot', 'agent']

/** Reads a whole conversation: a session from its first message to the earliest of its ends, then the rest in the same way. */
export function readConversation(row: Row, talk: readonly Act<Talk>[], from = 0): FoundTalk[] {
  const first = talk.findIndex(({ act }, i) => i >= from && SAID.includes(act) && !isAgents(talk, i))
  if (first === -1) return []
  const startedAt = talk[first]!.at

  let silentSince = startedAt
  for (let i = first + 1; i < talk.length; i++) {
    const { at, act } = talk[i]!
    const silence = at - silentSince
    if (silence > row.idle || (silence === row.idle && row.endsAtExactlyIdle)) {
      return [{ startedAt, end: { at: silentSince + row.idle, reason: 'idle' } }, ...readConversation(row, talk, i)]
    }
    if (row.earlyEnds.includes(act) && (act !== 'survey_answered' || isInTime(talk, i))) {
      return [{ startedAt, end: { at, reason: act } }, ...readConversation(row, talk, i + 1)]
    }
    if ((row.countsFrom as readonly Talk[]).includes(act)) silentSince = at
  }
  return [{ startedAt, end: null }]
}

/** Whether a message is part of what an agent was handed: no close, and no day without a message, since the transfer. */
function isAgents(talk: readonly Act<Talk>[], message: number): boolean {
  const handed = talk.slice(0, message).findLastIndex(({ act }) => act === 'transfer')
  if (handed === -1) return false
  const since = talk.slice(handed, message + 1)
  // A transfer of what an agent has is told again: it counts from then on, as does what is written.
  const rests = since.filter(({ act }, i) => i === 0 || SAID.includes(act))
  const isClosed = since.some(({ act }) => act === 'close')
  return !isClosed && rests.every(({ at }, i) => i === 0 || at - rests[i - 1]!.at < A_DAY)
}

function isInTime(talk: readonly Act<Talk>[], answered: number): boolean {
  const sent = talk.slice(0, answered).findLast(({ act }) => act === 'survey_sent')
  return sent !== undefined && talk[answered]!.at - sent.at < A_DAY
}
