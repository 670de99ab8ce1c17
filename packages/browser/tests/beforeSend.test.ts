import { expect, test } from '@jest/globals'
import { MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

test('beforeSend may change or drop an event, never its identity', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', {
    options: {
      beforeSend: (event) =>
        event.name === 'help.feedback.vote' ? null : { ...event, id: 'forged', seq: 99, page: '/hidden' },
    },
  })
  await browser.advance(500)
  tab.engine.vote(1)
  await tab.route('/en/articles/tabs')
  await browser.advance(6_000)
  expect(browser.received.map((event) => [event.name, event.seq, event.page])).toEqual([
    ['help.article.open', 1, '/hidden'],
    ['help.article.leave', 2, '/hidden'],
    ['help.article.open', 3, '/hidden'],
  ])
  expect(browser.received[0]!.id).toBe(browser.received[0]!.sessionId)
})

test('beforeSend may also come later', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(500)
  tab.engine.configure({ beforeSend: () => null })
  tab.engine.vote(1)
  await browser.advance(6_000)
  expect(browser.received.map(({ name }) => name)).toEqual(['help.article.open'])
})

test('dropping progress events drops no session: they are its proof, and not for the site to drop', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', {
    options: { beforeSend: (event) => (event.name === 'help.article.progress' ? null : event) },
  })
  await browser.advance(1_000)
  const id = tab.state.session!.id
  for (let i = 0; i < 20; i++) {
    await browser.advance(MINUTE / 2)
    tab.scroll()
  }
  expect(tab.state.session?.id).toBe(id)
})
