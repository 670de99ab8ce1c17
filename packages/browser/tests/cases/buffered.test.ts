import { expect, test } from '@jest/globals'
import { opensOf, sessionsOf } from '../support/counted.js'
import { FakeBrowser } from '../support/fakeBrowser.js'
import { grantedBrowser } from '../support/granted.js'

test('case 43: what happens while the tab id is being claimed is told once, with its own time', async () => {
  const browser = grantedBrowser()
  browser.lockAnswer = () => browser.wait(500)
  const tab = browser.openTab('/en/articles/idle')
  const shownAt = browser.now
  await browser.advance(100)
  await tab.route('/en/articles/tabs')
  await browser.advance(100)
  tab.engine.vote(1)
  expect(tab.state).toMatchObject({ status: 'claiming', session: null })
  const [session, ...others] = await sessionsOf(browser)
  expect(others).toEqual([])
  expect(session!.events.map(({ name, seq, ts, article }) => [name, seq, ts - shownAt, article?.id])).toEqual([
    ['help.article.open', 1, 0, 'idle'],
    ['help.article.leave', 2, 100, 'idle'],
    ['help.article.open', 3, 100, 'tabs'],
    ['help.feedback.vote', 4, 200, 'tabs'],
  ])
})

test('case 43: what is on screen before consent is told once, when it is given, and what was done on it never', async () => {
  const browser = new FakeBrowser()
  browser.lockAnswer = () => browser.wait(500)
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  tab.engine.vote(1)
  const grantedAt = browser.now
  tab.engine.setConsent('granted')
  tab.engine.setConsent('granted')
  tab.engine.vote(-1)
  expect(await sessionsOf(browser)).toMatchObject([{ startedAt: grantedAt }])
  expect(opensOf(browser)).toHaveLength(1)
  expect(browser.received.map((event) => ('value' in event ? event.value : event.name))).toEqual([
    'help.article.open',
    -1,
  ])
})
