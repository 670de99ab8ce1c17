import { afterEach, expect, jest, test } from '@jest/globals'
import { findHelp, startHelp, stopHelp } from '../src/index.js'

const options = { site: 'docs', articles: '/articles/:slug' }
afterEach(stopHelp)

test('a second start joins the first', () => {
  const first = startHelp(options)
  expect(first).toBeDefined()
  expect(startHelp({ ...options, site: 'other' })).toBe(first)
  expect(findHelp()).toBe(first)
})

test('a mistake in the options is told, and not thrown into the site', () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => startHelp({ ...options, articles: undefined as never })).not.toThrow()
  expect(told.mock.calls[0]![0]).toMatch(/^\[helptally\]/)
  told.mockRestore()
})
