/** @jest-environment node */
import { expect, test } from '@jest/globals'

/** What only a page has, each with a trap. */
const OF_A_PAGE = ['document', 'location', 'history', 'sessionStorage', 'localStorage', 'BroadcastChannel'] as const

test('case 41: imported and started on a server, it touches nothing of a page and starts nothing', async () => {
  const touched: string[] = []
  for (const name of OF_A_PAGE) {
    Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(name) })
  }
  expect(typeof window).toBe('undefined')
  const { findHelp, startHelp, stopHelp } = await import('../../src/index.js')
  expect(startHelp({ site: 'docs', articles: '/articles/:slug', consent: 'granted' })).toBeUndefined()
  expect(findHelp()).toBeUndefined()
  stopHelp()
  expect(touched).toEqual([])
})
