import { describe, expect, test } from '@jest/globals'
import { intervalStarts } from '../src/reports/intervals.js'
import type { Interval } from '../src/reports/shapes.js'
import { startOfDay, wallTimeAt } from '../src/reports/zonedTime.js'

const starts = (tz: string, interval: Interval, from: string, to: string): string[] =>
  intervalStarts({ from: Date.parse(from), to: Date.parse(to), tz }, interval)!.map((start) =>
    new Date(start).toISOString().replace(':00.000Z', 'Z'),
  )

const hoursOf = (tz: string, year: number, month: number, day: number): number =>
  (startOfDay({ year, month, day: day + 1 }, tz) - startOfDay({ year, month, day }, tz)) / 3_600_000

describe('a day', () => {
  test.each([
    ['Europe/Madrid', 2026, 3, 28, 24],
    ['Europe/Madrid', 2026, 3, 29, 23],
    ['Europe/Madrid', 2026, 10, 25, 25],
    ['Europe/Madrid', 2026, 10, 26, 24],
    ['America/Santiago', 2026, 9, 5, 24],
    ['America/Santiago', 2026, 9, 6, 23],
    ['America/Santiago', 2026, 4, 4, 25],
    ['Asia/Beirut', 2026, 3, 29, 23],
    ['Asia/Beirut', 2026, 10, 24, 25],
    ['America/Havana', 2026, 11, 1, 25],
    ['Australia/Lord_Howe', 2026, 10, 4, 23.5],
    ['Asia/Kathmandu', 2026, 5, 1, 24],
    ['Pacific/Apia', 2011, 12, 30, 0],
    ['UTC', 2026, 2, 28, 24],
  ])('in %s on %i-%i-%i has %s hours', (tz, year, month, day, hours) => {
    expect(hoursOf(tz, year, month, day)).toBe(hours)
  })

  test('whose midnight the clocks skip begins at the skip', () => {
    const start = startOfDay({ year: 2026, month: 9, day: 6 }, 'America/Santiago')
    expect(wallTimeAt(start, 'America/Santiago')).toMatchObject({ day: 6, hour: 1, minute: 0 })
    expect(wallTimeAt(start - 1, 'America/Santiago')).toMatchObject({ day: 5, hour: 23, minute: 59 })
  })

  test('whose midnight comes twice begins at the first', () => {
    const start = startOfDay({ year: 2026, month: 11, day: 1 }, 'America/Havana')
    expect(wallTimeAt(start, 'America/Havana')).toMatchObject({ day: 1, hour: 0 })
    expect(wallTimeAt(start - 1, 'America/Havana')).toMatchObject({ month: 10, day: 31, hour: 23 })
    expect(wallTimeAt(start + 3_600_000, 'America/Havana')).toMatchObject({ day: 1, hour: 0 })
  })
})

describe('the intervals of a period', () => {
  test('begin where the days of the zone do', () => {
    expect(starts('Europe/Madrid', 'day', '2026-03-27T23:00Z', '2026-03-30T22:00Z')).toEqual([
      '2026-03-27T23:00Z',
      '2026-03-28T23:00Z',
      '2026-03-29T22:00Z',
    ])
  })

  test('begin with the period, even in the middle of a day', () => {
    expect(starts('UTC', 'day', '2026-03-01T15:30Z', '2026-03-02T01:00Z')).toEqual([
      '2026-03-01T15:30Z',
      '2026-03-02T00:00Z',
    ])
  })

  test('as weeks begin on Mondays', () => {
    expect(starts('UTC', 'week', '2026-03-04T00:00Z', '2026-03-17T00:00Z')).toEqual([
      '2026-03-04T00:00Z',
      '2026-03-09T00:00Z',
      '2026-03-16T00:00Z',
    ])
    expect(starts('UTC', 'week', '2026-03-09T00:00Z', '2026-03-10T00:00Z')).toEqual(['2026-03-09T00:00Z'])
  })

  test('as months begin on the first, over the end of a year and the change of clocks', () => {
    expect(starts('Europe/Madrid', 'month', '2025-11-30T23:00Z', '2026-04-30T22:00Z')).toEqual([
      '2025-11-30T23:00Z',
      '2025-12-31T23:00Z',
      '2026-01-31T23:00Z',
      '2026-02-28T23:00Z',
      '2026-03-31T22:00Z',
    ])
  })

  test('as hours pass over the change of clocks without a gap', () => {
    expect(starts('Europe/Madrid', 'hour', '2026-03-29T00:00Z', '2026-03-29T03:00Z')).toEqual([
      '2026-03-29T00:00Z',
      '2026-03-29T01:00Z',
      '2026-03-29T02:00Z',
    ])
    expect(starts('Europe/Madrid', 'hour', '2026-10-25T00:00Z', '2026-10-25T03:00Z')).toHaveLength(3)
  })

  test('as hours begin where the wall clock has a full hour', () => {
    expect(starts('Asia/Kathmandu', 'hour', '2026-03-29T00:00Z', '2026-03-29T02:00Z')).toEqual([
      '2026-03-29T00:00Z',
      '2026-03-29T00:15Z',
      '2026-03-29T01:15Z',
    ])
    expect(starts('Australia/Lord_Howe', 'hour', '2026-10-03T14:30Z', '2026-10-03T17:00Z')).toEqual([
      '2026-10-03T14:30Z',
      '2026-10-03T15:30Z',
      '2026-10-03T16:00Z',
    ])
  })

  test('are at most a thousand', () => {
    const hours = (n: number): number[] | null =>
      intervalStarts({ from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 1, n), tz: 'UTC' }, 'hour')
    expect(hours(1000)).toHaveLength(1000)
    expect(hours(1001)).toBeNull()
  })
})
