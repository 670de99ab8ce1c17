import { type ConversationEvent, type ConversationExplained, clockOf, idleEndAt } from '@helptally/core'
import type { ConversationAnswer } from '../conversations/explainConversation.js'
import { timeAt } from '../wallClock.js'
import { CONVERSATION_WORDS, type ConversationWords } from './conversationWords.js'
import type { Wording } from './inWords.js'
import { printable } from './printable.js'
import { WORDS } from './words.js'

/** An explained session of a conversation for a person: a line each. */
export function conversationInWords(session: ConversationAnswer, { locale, tz }: Wording): string[] {
  const words = CONVERSATION_WORDS[locale]
  const common = WORDS[locale]
  const { id, site, rule, ruleVersion, conversationId, visitorId, previousId, start, next } = session
  const idle = clockOf(rule.idleMs)
  return [
    common.title(id),
    common.counted(site, rule.channel, String(ruleVersion)),
    words.whose(conversationId, visitorId),
    '',
    common.start,
    `  ${timeAt(start.at, tz)}  ${words.start[start.by]}`,
    `  ${previousId === null ? words.noneBefore : words.before(previousId)}`,
    '',
    words.middle(words.silence[rule.idleFrom], idle, rule.idleEnds),
    ...stepsInWords(session, words, tz),
    `  ${words.said(String(session.interactions), String(session.userTurns))}`,
    '',
    common.end,
    `  ${endInWords(session, words, tz)}`,
    ...(next ? [`  ${words.after(timeAt(next.startedAt, tz), next.id)}`] : []),
  ]
}

function stepsInWords({ steps, rule, start }: ConversationExplained, words: ConversationWords, tz: string): string[] {
  const named = steps.map(({ event }) => nameOf(event, words))
  const width = Math.max(...named.map(({ length }) => length))
  let lastAt = start.at
  return steps.map(({ event, gapMs, did }, i) => {
    if (did === 'kept') lastAt = event.at
    const end = timeAt(idleEndAt(rule, lastAt), tz)
    return `  ${timeAt(event.at, tz)}  ${named[i]!.padEnd(width)}  ${words.did[did](clockOf(gapMs), end)}`
  })
}

function nameOf({ name, by, score, cause }: ConversationEvent, words: ConversationWords): string {
  if (name === 'chat.message') return words.message[by!]
  const more = [
    ...(score === null ? [] : [words.score(String(score))]),
    ...(cause === '' ? [] : [`(${printable(cause)})`]),
  ]
  return [words.event[name], ...more].join(' ')
}

function endInWords({ end, lastAt, rule }: ConversationExplained, words: ConversationWords, tz: string): string {
  const idle = clockOf(rule.idleMs)
  if (!end) return words.stillOpen(idle)
  return `${timeAt(end.at, tz)}  ${words.ended[end.reason](timeAt(lastAt, tz), idle)}`
}
