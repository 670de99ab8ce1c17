import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { articleTab, T } from './support/articleTab.js'

test('an active reader gives proof every two minutes, and the log alone finds the same end', async () => {
  const { browser, tab } = await articleTab()
  let lastAt = 0
  for (let i = 0; i < 30; i++) {
    await browser.advance(20_000)
    tab.scroll()
    lastAt = browser.now
  }
  const progress = browser.received.filter((event) => event.name === 'help.article.progress')
  expect(progress.length).toBeGreaterThanOrEqual(4)
  await browser.advance(T)
  const [session] = recount(browser.received, browser.now)
  expect(session).toMatchObject({ lastAt, endedAt: lastAt + T })
})

test('a page that scrolls by itself keeps no session alive', async () => {
  const { browser, tab } = await articleTab()
  tab.scroll()
  for (let i = 0; i < 400; i++) {
    await browser.advance(900)
    tab.scrollBy()
  }
  expect(tab.state.session).toBeNull()
})
