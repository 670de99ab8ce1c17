import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_FACTS, parseConversationBatch, parseConversationFact } from '../src/schema/index.js'

const NOON = Date.UTC(2026, 2, 10, 12)
const said = {
  id: 'wamid.1',
  channel: 'whatsapp',
  conversation: '34600',
  visitor: '34600',
  at: NOON,
  type: 'message',
  by: 'user',
}

const reasonFor = (input: unknown): string => {
  const parsed = parseConversationFact(input)
  return parsed.ok ? '' : parsed.reason
}

describe('a fact of a conversation', () => {
  test('is taken as it is, its time as epoch ms', () => {
    expect(parseConversationFact(said)).toEqual({ ok: true, fact: said })
    expect(parseConversationFact({ ...said, at: '2026-03-10T13:00:00+01:00' })).toEqual({ ok: true, fact: said })
  })

  test.each(['close', 'transfer', 'survey_sent', 'interrupted'])('may be a %s, with its cause', (type) => {
    const { by: _, ...fact } = { ...said, type, cause: 'agent asked for' }
    expect(parseConversationFact(fact)).toEqual({ ok: true, fact })
  })

  test('may be an answered survey, with its score', () => {
    const { by: _, ...fact } = { ...said, type: 'survey_answered', score: 4 }
    expect(parseConversationFact(fact)).toEqual({ ok: true, fact })
  })

  test.each([
    [null, 'expected a fact of a conversation, an object, got null'],
    [
      { ...said, type: 'wave' },
      'type: expected one of message, open, close, transfer, survey_sent, survey_answered, interrupted, got "wave"',
    ],
    [{ ...said, type: '__proto__' }, 'type: expected one of'],
    [{ ...said, channel: 'help' }, 'channel: expected one of web, messaging_api'],
    [{ ...said, by: 'robot' }, 'by: '],
    [{ ...said, at: 'yesterday' }, 'at: expected'],
    [{ ...said, at: '2026-03-10T13:00:00' }, 'at: expected'],
    [{ ...said, at: NOON / 1000 }, 'at: expected epoch milliseconds, got a time before 2000'],
    [{ ...said, id: '' }, 'id: expected some text, got none'],
    [{ ...said, visitor: 'x'.repeat(201) }, 'visitor: expected at most 200 characters'],
    [{ ...said, text: 'my card is 4111' }, 'text: '],
  ])('%j is none, with the reason', (input, reason) => {
    expect(reasonFor(input)).toContain(reason)
  })

  test('whatever it is, is answered by a fact or a short reason', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({ ...Object.fromEntries(Object.keys(said).map((key) => [key, fc.anything()])) }),
        ),
        (input) => {
          expect(reasonFor(input).length).toBeLessThan(250)
        },
      ),
    )
  })
})

describe('a batch of facts', () => {
  test('names its site, and may be a test', () => {
    const batch = { site: 'docs', test: true, facts: [said, 7] }
    expect(parseConversationBatch(batch)).toEqual({ ok: true, batch })
  })

  test.each([
    [{}, 'facts'],
    [{ facts: [] }, 'facts: expected at least one fact'],
    [{ facts: Array.from({ length: MAX_FACTS + 1 }) }, `expected at most ${MAX_FACTS} facts`],
    [{ facts: [said], sites: 'docs' }, 'sites'],
  ])('%j is none, with the reason', (input, reason) => {
    expect(parseConversationBatch(input)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })
})
