import { describe, expect, test } from '@jest/globals'
import { readTraces } from '../../src/conformance/index.js'

const open = { at: '0:00', in: 'A', does: 'open', by: 'click' }
const trace = {
  name: 'mine',
  threads: { A: 'help', chat: 'web' },
  events: [open],
  sessions: [{ in: 'A', start: '0:00', entry: 'article_click' }],
}
const said = (change: object) => {
  const read = readTraces({ ...trace, ...change })
  return read.ok ? 'ok' : read.reason
}

test('one trace is read by itself, with what it does not say', () => {
  expect(readTraces({ name: 'mine', threads: { A: 'help' }, events: [open] })).toEqual({
    ok: true,
    traces: [
      {
        name: 'mine',
        rule: '',
        threads: { A: 'help' },
        startsAt: Date.UTC(2026, 10, 2, 9),
        timeZone: 'UTC',
        consent: 'granted',
        events: [{ at: 0, in: 'A', does: 'open', by: 'click', article: 'install' }],
        until: null,
        expected: null,
      },
    ],
  })
})

test('a thread of several channels is a trace for each of them', () => {
  const read = readTraces({ name: 'mine', threads: { chat: ['web', 'sms'] }, events: [] })
  expect(read).toMatchObject({
    traces: [
      { name: 'mine/web', threads: { chat: 'web' } },
      { name: 'mine/sms', threads: { chat: 'sms' } },
    ],
  })
})

describe('what is no trace is refused, and named', () => {
  test.each<[object, string | RegExp]>([
    [{ name: 'a b' }, 'name: expected letters, digits, - and _, 64 at most'],
    [{ threads: { A: 'mail' } }, /^threads\.A: expected a list of channels, or one of help, web/],
    [{ colour: 'red' }, /^colour: /],
    [{ startsAt: 'today' }, 'startsAt: expected an instant such as "2026-11-02T09:00:00Z", got "today"'],
    [{ timeZone: 'Mars' }, 'timeZone: expected an IANA time zone such as "Europe/Madrid"'],
    [
      { events: [open, { ...open, at: '5 minutes' }] },
      'events.1.at: expected a time such as "4:59.999" or "24:00:00.000", got "5 minutes"',
    ],
    [{ events: [{ ...open, at: '1:00' }, open] }, 'events.1.at: expected 1:00.000 or later, got 0:00.000'],
    [{ events: [{ ...open, in: 'B' }] }, 'events.0.in: expected one of the threads, A, chat, got "B"'],
    [{ events: [{ ...open, does: 'message' }] }, /^events\.0\.does: expected open, search, input, .*, got "message"$/],
    [{ events: [{ ...open, in: 'chat' }] }, /^events\.0\.does: expected message, close, .*, got "open"$/],
    [{ events: [{ at: '0:00', does: 'open' }] }, 'events.0.does: expected grant, refuse, got "open"'],
    [{ events: [{ ...open, by: 'magic' }] }, /^events\.0\.by: expected one of click, .*, got "magic"$/],
    [{ events: [7] }, /^events\.0: /],
    [
      {
        events: [
          { at: '0:00', in: 'chat', does: 'message', by: 'user' },
          { at: '0:00', in: 'chat', does: 'close' },
        ],
      },
      /^events\.1\.at: expected another time/,
    ],
    [{ events: [{ ...open, at: '1:00' }], until: '0:59.999' }, 'until: expected 1:00.000, the last event, or later'],
    [{ sessions: [{ in: 'B', start: '0:00' }] }, /^sessions\.0\.in: expected one of the threads/],
    [{ sessions: [{ in: 'A', start: '0:00', interactions: 1 }] }, 'sessions.0.interactions: not of the channel help'],
    [{ sessions: [{ in: 'chat', start: '0:00', entry: 'direct_link' }] }, 'sessions.0.entry: not of the channel web'],
    [{ sessions: [{ in: 'A', start: '0:00', end: '5:00' }] }, /^sessions\.0\.end: expected an end and its reason/],
    [{ sessions: [{ in: 'A', start: '1:00', end: '0:59', reason: 'idle' }] }, /^sessions\.0\.end: expected 1:00\.000/],
    [{ sessions: [{ in: 'A', start: '0:00', previous: 2 }] }, /^sessions\.0\.previous: expected the number/],
  ])('%j', (change, reason) => {
    expect(said(change)).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason))
  })

  test.each<[unknown, string | RegExp]>([
    [null, 'expected a trace, or { version, traces: [...] }, got null'],
    [[trace], /got an array$/],
    [{ version: 2, traces: [] }, 'version: expected 1, the version of the format that this one reads'],
    [{ version: 1, traces: [trace, { ...trace, name: 'other', events: 1 }] }, /^traces\.1 \("other"\): events: /],
    [{ version: 1, traces: [trace, trace] }, 'expected each name once, got "mine" twice'],
  ])('%j', (input, reason) => {
    expect(readTraces(input)).toEqual({
      ok: false,
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    })
  })
})
