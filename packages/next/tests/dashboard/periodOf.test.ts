import { describe, expect, test } from '@jest/globals'
import { periodOf } from '../../src/dashboard/periodOf.js'

const NOON = Date.parse('2026-11-26T12:00:00Z')

test('without a word it is the last thirty days, today included, in the time zone of the site', () => {
  const { period, interval } = periodOf({}, 'Europe/Madrid', NOON)
  expect(period).toMatchObject({ from: '2026-10-27T23:00:00.000Z', to: '2026-11-26T23:00:00.000Z', days: 30 })
  expect(interval).toBe('day')
})

test('it is compared with as much of the period before as has passed of it', () => {
  const { before } = periodOf({ days: '7' }, 'UTC', NOON).period
  expect(before).toEqual({ from: '2026-11-13T00:00:00.000Z', to: '2026-11-19T12:00:00.000Z' })
})

test('a period that is over is compared with all of the one before', () => {
  const { before, days } = periodOf({ from: '2026-11-01', to: '2026-11-10' }, 'UTC', NOON).period
  expect(before).toEqual({ from: '2026-10-22T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z' })
  expect(days).toBe(null)
})

test('two dates of the reader’s own both belong to it', () => {
  const { period } = periodOf({ from: '2026-11-26', to: '2026-11-26', days: '7' }, 'UTC', NOON)
  expect(period).toMatchObject({ from: '2026-11-26T00:00:00.000Z', to: '2026-11-27T00:00:00.000Z', days: null })
})

test('the day on which the clocks change has its own length', () => {
  const { period } = periodOf({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Madrid', NOON)
  expect(Date.parse(period.to) - Date.parse(period.from)).toBe(25 * 3_600_000)
})

test('a long period is drawn by weeks', () => {
  expect(periodOf({ days: '365' }, 'UTC', NOON).interval).toBe('week')
  expect(periodOf({ days: '90' }, 'UTC', NOON).interval).toBe('day')
})

test('nothing is compared when the address says so, or when nothing has passed', () => {
  expect(periodOf({ compare: 'none' }, 'UTC', NOON).period.before).toBe(null)
  expect(periodOf({ from: '2027-01-01', to: '2027-01-02' }, 'UTC', NOON).period.before).toBe(null)
})

describe('what is no period falls back to the usual one', () => {
  test.each([
    { days: '31' },
    { days: '-7' },
    { from: '2026-11-10', to: '2026-11-01' },
    { from: '2026-11-01' },
    { from: '<script>', to: '2026-11-01' },
    { from: '2026-13-45', to: '2026-13-46' },
    { from: '2026-02-31', to: '2026-03-05' },
    { from: '2026-02-01', to: '2026-02-30' },
    { from: '0001-01-01', to: '2026-11-01' },
    { from: '2026-01-01', to: '9999-12-31' },
  ])('%o', (address) => {
    expect(periodOf(address, 'UTC', NOON).period).toMatchObject({ from: '2026-10-28T00:00:00.000Z', days: 30 })
  })
})
