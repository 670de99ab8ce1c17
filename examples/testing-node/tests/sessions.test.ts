import { afterEach, beforeEach, test } from 'node:test'
import { expectSessions, type SimulatedHelp, simulateHelp } from '@helptally/testing'

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

  expectSessions(help, [{ article: 'install' }, { entry: 'search_enter', article: 'billing' }])
})

test('an article opened in another tab is a session of that tab', async () => {
  const tab = await help.openTab('/en/articles/install')
  await tab.openInNewTab('/en/articles/billing')

  expectSessions(help, [{ entry: 'direct_link' }, { entry: 'article_click' }])
})
