import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseEvent, parsePageEvent } from '../src/schema/index.js'
import { at } from './support/clock.js'
import { newTab, OPEN, uuid } from './support/tab.js'

const said = {
  ...{ id: uuid(1), v: 1, site: 'docs', channel: 'web', tabId: uuid(2), visitorId: uuid(3), ts: at('1:00') },
  ...{ name: 'chat.message', by: 'user' },
}
const happened = (name: string, more: object = {}) => {
  const { by: _, ...rest } = said
  return { ...rest, name, ...more }
}
const reasonFor = (input: unknown): string => {
  const parsed = parsePageEvent(input)
  return parsed.ok ? 'accepted' : parsed.reason
}

describe('what a page posts', () => {
  test.each([
    newTab(uuid(9))('0:00', OPEN),
    said,
    { ...said, by: 'agent', conversation: uuid(7) },
    happened('chat.open'),
    happened('chat.close'),
    happened('chat.transfer', { cause: 'asked for a person' }),
    happened('chat.survey_sent'),
    happened('chat.survey_answered', { score: 4.5 }),
    happened('chat.survey_answered'),
    happened('chat.interrupted', { cause: 'no answer' }),
  ])('%j is taken as it came', (event) => {
    expect(parsePageEvent(event)).toEqual({ ok: true, event })
  })

  test.each([
    [{ ...said, channel: 'help' }, 'channel: '],
    [{ ...said, channel: 'whatsapp' }, 'channel: '],
    [{ ...said, conversation: '34600123456' }, 'conversation: expected a UUID'],
    [{ ...said, text: 'hello' }, 'text: '],
    [{ ...said, seq: 1 }, 'seq: '],
    [{ ...said, page: '/en' }, 'page: '],
    [{ ...said, by: 'me' }, 'by: '],
    [happened('chat.close', { by: 'user' }), 'by: '],
    [happened('chat.transfer', { cause: '' }), 'cause: '],
    [happened('chat.survey_answered', { score: Number.NaN }), 'score: '],
    [happened('chat.wave'), 'name: unknown event'],
  ])('%j is not taken, with the reason', (event, reason) => {
    expect(reasonFor(event)).toContain(reason)
  })

  test('without the id that a reader gets with consent is told apart', () => {
    expect(parsePageEvent({ ...said, visitorId: null })).toMatchObject({ ok: false, outcome: 'consent_missing' })
  })

  test('in a chat is no event of the help center', () => {
    expect(parseEvent(said).ok).toBe(false)
  })

  test('with a field of its chat turned into anything never throws, and what is accepted is what came', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(said)), fc.anything(), (key, value) => {
        const input = { ...said, [key]: value }
        const parsed = parsePageEvent(input)
        if (parsed.ok) expect(parsed.event).toEqual(input)
        else expect(parsed.reason).not.toBe('')
      }),
      { numRuns: 3_000 },
    )
  })
})
