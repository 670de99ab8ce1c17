import { describe, expect, test } from '@jest/globals'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { collect } from './helpers/collect.js'
import { NOON, SITE } from './helpers/events.js'

const parse = (params: Record<string, string | string[]>) => parseReportQuery({ site: SITE, ...params }, NOON)

const periodOf = (params: Record<string, string>): [string, string] => {
  const parsed = parse(params)
  if (!parsed.ok) throw new Error(parsed.reason)
  return [new Date(parsed.query.period.from).toISOString(), new Date(parsed.query.period.to).toISOString()]
}

describe('the period of a report', () => {
  test('is by default the last 30 days, today included', () => {
    expect(periodOf({})).toEqual(['2026-02-09T00:00:00.000Z', '2026-03-11T00:00:00.000Z'])
  })

  test('has dates begin in the time zone', () => {
    const madrid = periodOf({ from: '2026-03-29', to: '2026-03-30', tz: 'Europe/Madrid' })
    expect(madrid).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  })

  test('may be of instants', () => {
    const instants = periodOf({ from: '2026-03-01T10:00:00+02:00', to: '2026-03-01T09:30:00.500Z' })
    expect(instants).toEqual(['2026-03-01T08:00:00.000Z', '2026-03-01T09:30:00.500Z'])
    expect(periodOf({ from: '2026-03-01T10:00 02:00', to: '2026-03-02' })[0]).toBe('2026-03-01T08:00:00.000Z')
  })

  test('is 30 days before its end when only that is given', () => {
    expect(periodOf({ to: '2026-03-31' })).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-31T00:00:00.000Z'])
  })
})

describe('a query', () => {
  const bads: readonly [string, Record<string, string>, RegExp][] = [
    ['a from that is no date', { from: 'yesterday' }, /^from: expected a date such as .* got "yesterday"/],
    ['a day that does not exist', { from: '2026-02-30' }, /^from: expected a date/],
    ['an instant of a day that does not exist', { to: '2026-02-30T00:00:00Z' }, /^to: expected a date/],
    ['an hour that does not exist', { to: '2026-02-20T25:00:00Z' }, /^to: expected a date/],
    ['an instant without offset', { from: '2026-03-01T10:00:00' }, /^from: expected a date/],
    ['a year out of reach', { from: '1970-01-01' }, /^from: expected a date/],
    ['a from after to', { from: '2026-03-02', to: '2026-03-01' }, /^from: expected a moment before to/],
    ['a from equal to to', { from: '2026-03-02', to: '2026-03-02' }, /^from: expected a moment before to/],
    ['a time zone that does not exist', { tz: 'Mars/Phobos' }, /^tz: expected an IANA time zone .* got "Mars\/Phobos"/],
    [
      'an interval that does not exist',
      { interval: 'decade' },
      /^interval: expected hour, day, week, month, got "decade"/,
    ],
    ['too many intervals', { from: '2020-01-01', to: '2026-01-01' }, /^interval: expected at most 1000 intervals/],
    ['a limit that is no number', { limit: 'all' }, /^limit: expected a whole number from 1 to 200, got "all"/],
    ['a limit too high', { limit: '201' }, /^limit: /],
    ['a site too long', { site: 'x'.repeat(65) }, /^site: expected at most 64 characters/],
  ]
  test.each(bads)('with %s is refused with the reason', async (_, params, reason) => {
    expect(parse(params)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
    const collector = await collect()
    const address = new URLSearchParams({ site: SITE, ...params })
    const answer = await collector.get(`reports/sessions?${address}`)
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(reason) } })
  })

  test('without a site is refused, unless the collector knows one', async () => {
    expect(await (await collect()).get('reports/live')).toMatchObject({
      status: 400,
      body: { error: 'site: expected the id of a help center, got none' },
    })
    const collector = await collect({ site: SITE, timeZone: 'Europe/Madrid' })
    expect((await collector.get('reports/live')).body).toMatchObject({ site: SITE, tz: 'Europe/Madrid' })
  })

  test('reads what Next hands to a page: the first of repeated parameters, empty ones as absent', () => {
    expect(parse({ interval: ['week', 'day'], tz: '', from: '' })).toMatchObject({
      ok: true,
      query: { site: SITE, interval: 'week', limit: 20, period: { tz: 'UTC' } },
    })
  })
})
