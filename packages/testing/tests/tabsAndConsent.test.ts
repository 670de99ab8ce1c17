/** @jest-environment jest-fixed-jsdom */

import { afterEach, describe, expect, test } from '@jest/globals'
import { type SimulatedHelp, type SimulateOptions, simulateHelp } from '../src/index.js'

const helps: SimulatedHelp[] = []
afterEach(() => {
  for (const help of helps.splice(0)) help.stop()
})

function simulate(options: Partial<SimulateOptions> = {}): SimulatedHelp {
  const help = simulateHelp({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale', ...options })
  helps.push(help)
  return help
}
const INSTALL = '/en/articles/install'
const BILLING = '/en/articles/billing'

describe('duplicateTab()', () => {
  test('makes another tab, with another session; that of the first goes on', async () => {
    const help = simulate()
    const tab = await help.openTab(INSTALL)
    await help.advance('1m')
    const copy = await help.duplicateTab(tab)
    expect(copy.state.tabId).not.toBe(tab.state.tabId)
    await tab.click(BILLING)
    expect(help).toHaveCountedSessions([
      { article: 'install', articles: 2 },
      { article: 'install', articles: 1 },
    ])
  })

  test('of a copy makes a third', async () => {
    const help = simulate()
    const copy = await help.duplicateTab(await help.openTab(INSTALL))
    await help.duplicateTab(copy)
    expect(help).toHaveCountedSessions(3)
    expect(new Set(help.events.map(({ tabId }) => tabId)).size).toBe(3)
  })
})

describe('refuseConsent()', () => {
  test('holds in every tab at once, and nothing after it is counted', async () => {
    const help = simulate()
    const first = await help.openTab(INSTALL)
    const second = await help.openTab(BILLING)
    await help.refuseConsent()
    expect([first.state, second.state]).toMatchObject([
      { consent: 'refused', status: 'off', session: null },
      { consent: 'refused', status: 'off', session: null },
    ])
    const { length } = help.events
    await first.click(BILLING)
    await second.click(INSTALL)
    await help.openTab(INSTALL)
    await help.advance('10m')
    expect(help.events).toHaveLength(length)
    expect(help).toHaveCountedSessions(2)
    expect(help.remarks()).toEqual(['The reader refused at 0:02.000: nothing after it is counted, in any tab.'])
  })

  test('may come before any tab', async () => {
    const help = simulate()
    await help.refuseConsent()
    await help.openTab(INSTALL)
    expect(help).toHaveCountedSessions(0)
  })
})

describe('grantConsent()', () => {
  test('counts what is on screen from then on', async () => {
    const help = simulate({ chosen: 'none' })
    await help.openTab(INSTALL)
    await help.advance('30s')
    expect(help).toHaveCountedSessions(0)
    expect(help.remarks()).toEqual(['The reader has chosen nothing: nothing is counted until `grantConsent()`.'])
    const grantedAt = help.now()
    await help.grantConsent()
    expect(help.sessions()).toMatchObject([{ startedAt: grantedAt, opening: { entry: 'direct_link' } }])
  })

  test('after a refusal makes another reader in another tab', async () => {
    const help = simulate()
    const tab = await help.openTab(INSTALL)
    await help.refuseConsent()
    await help.grantConsent()
    await tab.click(BILLING)
    const [first, second] = help.sessions()
    expect(second!.opening.visitorId).not.toBe(first!.opening.visitorId)
    expect(second!.opening.tabId).not.toBe(first!.opening.tabId)
  })
})

test('a reader who had refused before is not counted, and the failure says so', async () => {
  const help = simulate({ chosen: 'refused' })
  await help.openTab(INSTALL)
  expect(() => expect(help).toHaveCountedSessions(1)).toThrow('The reader had refused before')
})

test('a site with a legal ground of its own counts a reader who has chosen nothing', async () => {
  const help = simulate({ chosen: 'none', consent: 'granted' })
  await help.openTab(INSTALL)
  expect(help).toHaveCountedSessions(1)
  expect(help.remarks()).toEqual([])
})
