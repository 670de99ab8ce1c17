/** @jest-environment jest-fixed-jsdom */

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { expectSessions, type SimulatedHelp, simulateHelp } from '../../src/index.js'

let help: SimulatedHelp
beforeEach(() => {
  help = simulateHelp({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
})
afterEach(() => help.stop())

test('un artículo tras cinco minutos de inactividad es otra sesión', async () => {
  const tab = await help.openTab('/es')
  await tab.click('/es/articles/install')
  await help.advance('5m1s')
  await tab.search('fact').enter('/es/articles/billing')

  expectSessions(help, 2)
  expect(help).toHaveCountedSession({ entry: 'search_enter', article: 'billing' })
})

test('una pestaña duplicada cuenta por su lado, y un rechazo vale en las dos', async () => {
  const tab = await help.openTab('/es/articles/install')
  const copy = await help.duplicateTab(tab)
  await help.refuseConsent()
  await copy.click('/es/articles/billing')

  expect(help).toHaveCountedSessions([{ article: 'install' }, { article: 'install' }])
})
