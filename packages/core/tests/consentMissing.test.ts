import { describe, expect, test } from '@jest/globals'
import { parseEvent } from '../src/schema/index.js'

const event = {
  id: '0198c000-0000-7000-8000-000000000001',
  v: 1,
  name: 'help.article.progress',
  cause: 'input',
  site: 'docs',
  channel: 'help',
  tabId: '0198c000-0000-7000-8000-00000000000b',
  seq: 1,
  sessionId: null,
  ts: Date.UTC(2026, 2, 10),
  activeAt: null,
  page: '/',
  article: null,
}

describe('an event without a visitor id', () => {
  test.each([undefined, null, ''])('lacks consent, if that is all it lacks: %p', (visitorId) => {
    expect(parseEvent({ ...event, visitorId })).toEqual({
      ok: false,
      outcome: 'consent_missing',
      reason: 'visitorId: expected the id that a reader gets with consent, got none',
    })
  })

  test('is invalid when more is wrong with it', () => {
    expect(parseEvent({ ...event, seq: 0 })).toMatchObject({
      ok: false,
      outcome: 'invalid',
      reason: expect.stringMatching(/^seq/),
    })
    expect(parseEvent({ name: event.name })).toMatchObject({ outcome: 'invalid' })
    expect(parseEvent({ ...event, visitorId: 'me' })).toMatchObject({
      outcome: 'invalid',
      reason: expect.stringMatching(/^visitorId/),
    })
    expect(parseEvent(JSON.parse(JSON.stringify(event).replace('{', '{"__proto__":{"visitorId":"x"},')))).toMatchObject(
      {
        outcome: 'invalid',
      },
    )
  })
})
