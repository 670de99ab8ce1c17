import { afterEach, expect, test } from '@jest/globals'
import { pageTab } from './support/articleTab.js'
import type { FakeBrowser } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

afterEach(() => {
  document.body.innerHTML = ''
})

const missingOf = ({ received }: FakeBrowser) =>
  received.flatMap((event) => (event.name === 'help.error.not_found' ? [[event.page, event.referrer]] : []))

test.each([
  ['https://search.example/?q=secret', 'search.example'],
  ['', ''],
  [`${location.origin}/en`, ''],
])('a page that does not exist says who sent the reader there: from "%s" that is "%s"', async (referrer, host) => {
  document.body.innerHTML = '<main data-help-not-found>404</main>'
  const browser = grantedBrowser()
  browser.openTab('/en/articles/gone', { referrer })
  await browser.advance(6_000)
  expect(missingOf(browser)).toEqual([['/en/articles/gone', host]])
  expect(browser.received).toMatchObject([{ name: 'help.error.not_found', article: null, sessionId: null }])
})

test('each address counts once, however often its page is drawn', async () => {
  const { browser, tab } = await pageTab('/en')
  for (const path of ['/en/gone', '/en/gone', '/en/lost', '/en', '/en/gone']) {
    document.body.innerHTML = path === '/en' ? '<main>Home</main>' : '<main data-help-not-found>404</main>'
    await tab.route(path)
    await browser.advance(2_000)
  }
  await browser.advance(6_000)
  expect(missingOf(browser)).toEqual([
    ['/en/gone', ''],
    ['/en/lost', ''],
  ])
})
