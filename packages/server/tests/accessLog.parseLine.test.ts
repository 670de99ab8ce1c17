import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type LoggedRequest, parseLine } from '../src/accessLog/parseLine.js'

const AT = Date.UTC(2015, 4, 17, 10, 5, 3)
const HEAD = '10.0.0.1 - - [17/May/2015:10:05:03 +0000] '
const COMMON = `${HEAD}"GET /en/articles/idle?x=1 HTTP/1.1" 200 512`

const asked: LoggedRequest = {
  address: '10.0.0.1',
  at: AT,
  method: 'GET',
  target: '/en/articles/idle?x=1',
  status: 200,
  referer: null,
  agent: null,
}

describe('a line is read', () => {
  test.each<[string, string, Partial<LoggedRequest>]>([
    ['of the common format', COMMON, {}],
    ['without a size', COMMON.replace('512', '-'), {}],
    ['of a user with a name', COMMON.replace('- - [', '- Jane Doe ['), {}],
    ['of the combined format', `${COMMON} "https://x.example/" "A/1"`, { referer: 'https://x.example/', agent: 'A/1' }],
    ['that says nothing of where and who', `${COMMON} "-" "-"`, { referer: '', agent: '' }],
    ['with more fields', `${COMMON} "-" "A" "-" 0.003 .`, { referer: '', agent: 'A' }],
    ['by IPv6', COMMON.replace('10.0.0.1', '2001:db8::1'), { address: '2001:db8::1' }],
    ['in another zone', COMMON.replace('10:05:03 +0000', '13:35:03 +0330'), {}],
    ['west of Greenwich', COMMON.replace('10:05:03 +0000', '05:05:03 -0500'), {}],
    ['at a leap second', COMMON.replace('05:03', '04:60'), { at: AT - 3_000 }],
    ['with a quote as Apache writes it', `${COMMON} "-" "say \\"a\\\\b\\""`, { referer: '', agent: 'say "a\\b"' }],
    ['with a quote as nginx writes it', `${COMMON} "-" "say \\x22a\\x22"`, { referer: '', agent: 'say "a"' }],
    ['with UTF-8, by its bytes', `${COMMON} "-" "\\xC3\\xA1\xc3\xa1"`, { referer: '', agent: 'áá' }],
    ['that is no request of HTTP', `${HEAD}"\\x16\\x03\\x01" 400 0`, { method: '', target: '', status: 400 }],
    ['that says nothing', `${HEAD}"-" 408 0`, { method: '', target: '', status: 408 }],
  ])('%s', (_, line, change) => {
    expect(parseLine(line)).toEqual({ ok: true, request: { ...asked, ...change } })
  })
})

describe('a broken line says what was expected, and where:', () => {
  test.each([
    ['', /^an address, an identity, a user and \[, at character 1$/],
    [' "curl/7.54.0"', /^an address/],
    ['10.0.0.1 - - ', /^an address/],
    [COMMON.replace('17/May', '31/Apr'), /^a time such as .* at character 15$/],
    [COMMON.replace('May', 'may'), /^a time/],
    [COMMON.replace('10:05:03', '24:00:00'), /^a time/],
    [COMMON.replace('2015', '1999'), /^a time/],
    [COMMON.replace(' +0000', ''), /^a time/],
    [COMMON.replace('"GET', 'GET'), /^a request in quotes, at character 43$/],
    [COMMON.replace(' 200 ', ' ok '), /^a status/],
    [COMMON.replace(' 512', ' 5x'), /^a referer/],
    [`${COMMON} `, /^a referer and a user agent, each in quotes/],
    [`${COMMON} "-"`, /^a referer/],
    [`${COMMON} "-" "cut off`, /^a referer/],
    [`${COMMON} "-" "A"x`, /^fields with a space/],
    [`${COMMON} "-" "A" "open`, /^fields with a space/],
    [`${COMMON} "-" "${'a'.repeat(70_000)}"`, /^at most 65536 characters/],
  ])('%#', (line, expected) => {
    expect(parseLine(line)).toEqual({ ok: false, expected: expect.stringMatching(expected) })
  })
})

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number): string => String(n).padStart(2, '0')

/** As nginx does: what is no plain character, byte by byte. */
const escaped = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
        ? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')

function formatted({ address, at, method, target, status, referer, agent }: LoggedRequest, offMinutes: number): string {
  const wall = new Date(at + offMinutes * 60_000)
  const date = `${two(wall.getUTCDate())}/${MONTHS[wall.getUTCMonth()]}/${wall.getUTCFullYear()}`
  const time = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()].map(two).join(':')
  const off = Math.abs(offMinutes)
  const zone = `${offMinutes < 0 ? '-' : '+'}${two(Math.trunc(off / 60))}${two(off % 60)}`
  const common = `${address} - - [${date}:${time} ${zone}] "${method} ${escaped(target)} HTTP/1.1" ${status} 0`
  return referer === null ? common : `${common} "${escaped(referer) || '-'}" "${escaped(agent!) || '-'}"`
}

const said = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => text !== '-' && text.isWellFormed())
const request: fc.Arbitrary<LoggedRequest> = fc
  .record({
    address: fc.oneof(fc.ipV4(), fc.ipV6()),
    at: fc.integer({ min: Date.UTC(2001) / 1000, max: Date.UTC(2099) / 1000 }).map((seconds) => seconds * 1000),
    method: fc.constantFrom('GET', 'POST', 'HEAD'),
    target: said.map((text) => `/${text.replaceAll(/\s/gu, '+')}`),
    status: fc.integer({ min: 100, max: 599 }),
    fields: fc.option(fc.record({ referer: said, agent: said })),
  })
  .map(({ fields, ...others }) => ({ ...others, referer: fields?.referer ?? null, agent: fields?.agent ?? null }))

test('any request that a server writes down is read as it was', () => {
  fc.assert(
    fc.property(request, fc.integer({ min: -14 * 60, max: 14 * 60 }), (one, off) => {
      expect(parseLine(formatted(one, off))).toEqual({ ok: true, request: one })
    }),
    { numRuns: 3_000 },
  )
})

test('anything else gets a reason, and throws nothing', () => {
  const piece = fc.constantFrom('"', '\\', ' ', '[', ']', '-', HEAD, '"GET / HTTP/1.1"', ' 200 0', '"-"', '\\x', '\0')
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(garbage, (line) => {
      const parsed = parseLine(line)
      if (!parsed.ok) expect(parsed.expected).toMatch(/, at character \d+$/)
      else expect(parsed.request.at).toBe(AT)
    }),
    { numRuns: 5_000 },
  )
})

test('one character of a good line turned into any other never throws', () => {
  fc.assert(
    fc.property(request, fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (one, at, other) => {
      const line = formatted(one, 0)
      const place = at % line.length
      expect(() => parseLine(line.slice(0, place) + other + line.slice(place + 1))).not.toThrow()
    }),
    { numRuns: 3_000 },
  )
})
