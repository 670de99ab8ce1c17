import { expect, test } from '@jest/globals'
import { FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'
import { storage } from './support/storage.js'

const FROM_ELSEWHERE = { referrer: 'https://search.example/' }

test('Enter on an option whose address redirects by a full load is still an Enter', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(1_000)
  document.body.innerHTML = `
    <div data-help-search><input aria-activedescendant="option">
      <div id="option" role="option"><a href="/en/articles/old">Old</a></div></div>`
  tab.engine.showResults({ query: 'old', results: 1 })
  tab.press(document.querySelector('input')!, 'Enter')
  tab.load('/en/articles/new')
  await browser.advance(3_000)
  const opened = browser.received.find((event) => event.name === 'help.article.open')
  expect(opened).toMatchObject({ entry: 'search_enter', via: 'search_result', article: { id: 'new' } })
})

test('a tab opened in the background knows its click, however late it is looked at', async () => {
  const browser = grantedBrowser()
  const opener = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(1_000)
  document.body.innerHTML = '<main data-help-via="suggestion"><a href="/en/articles/tabs">Tabs</a></main>'
  opener.middleClick(document.querySelector('a')!)
  const opened = browser.openTab('/en/articles/tabs', { hidden: true, referrer: opener.url.href })
  await browser.advance(2 * MINUTE)
  opened.setHidden(false)
  await browser.advance(3_000)
  expect(browser.received.find((event) => event.tabId === opened.state.tabId)).toMatchObject({ via: 'suggestion' })
})

test('case 66: Back to a page from before the consent, after the idle end, is a direct link by history', async () => {
  const browser = new FakeBrowser()
  const store = storage()
  const first = browser.openTab('/en/articles/idle', { referrer: `${location.origin}/en`, store })
  await browser.advance(6_000)
  first.leave()
  const second = browser.openTab('/en/articles/tabs', { store, referrer: first.url.href })
  await browser.advance(100)
  second.engine.setConsent('granted')
  await browser.advance(6 * MINUTE)
  second.leave()
  second.vanish()
  first.back()
  await browser.advance(3_000)
  const last = browser.received.findLast((event) => event.name === 'help.article.open')
  expect(last).toMatchObject({ entry: 'direct_link', nav: 'history', article: { id: 'idle' } })
})

test('a vote given while the tab is claimed names the page it was given on', async () => {
  const browser = grantedBrowser()
  browser.lockAnswer = () => browser.wait(100)
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(10)
  tab.engine.vote(1)
  await tab.route('/en/articles/tabs')
  await browser.advance(3_000)
  const vote = browser.received.find((event) => event.name === 'help.feedback.vote')
  expect(vote).toMatchObject({ page: '/en/articles/idle', article: { id: 'idle' } })
})
