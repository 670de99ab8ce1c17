/** @jest-environment jest-fixed-jsdom */

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { expectSessions, type SimulatedHelp, simulateHelp } from '../../src/index.js'

let help: SimulatedHelp
beforeEach(() => {
  help = simulateHelp({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
})
afterEach(() => help.stop())

test('an article after five idle minutes is another session', async () => {
  const tab = await help.openTab('/en')
  await tab.click('/en/articles/install')
  await help.advance('5m1s')
  await tab.search('bill').enter('/en/articles/billing')

  expectSessions(help, 2)
  expect(help).toHaveCountedSession({ entry: 'search_enter', article: 'billing' })
})

test('a duplicated tab counts for itself, and a refusal holds in both', async () => {
  const tab = await help.openTab('/en/articles/install')
  const copy = await help.duplicateTab(tab)
  await help.refuseConsent()
  await copy.click('/en/articles/billing')

  expect(help).toHaveCountedSessions([{ article: 'install' }, { article: 'install' }])
})
