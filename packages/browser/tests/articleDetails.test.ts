import { parseEvent } from '@helptally/core/schema'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { articleTab } from './support/articleTab.js'
import { opensOf } from './support/counted.js'

const SAID = 'data-help-words="1234" data-help-rev="7" data-help-section="counting"'

beforeEach(() => {
  document.body.innerHTML = `<article ${SAID}>text</article>`
})
afterEach(() => {
  document.body.innerHTML = ''
})

test('the first article of a tab says its words, its revision and its section, before the engine has come', async () => {
  const { browser, tab } = await articleTab()
  tab.engine.vote(1)
  await browser.advance(2_000)
  const article = { id: 'idle', lang: 'en', rev: '7', section: 'counting' }
  expect(browser.received).toMatchObject([
    { article, words: 1234 },
    { article, name: 'help.feedback.vote' },
  ])
  expect(tab.state.article).toEqual(article)
})

test('so does one that is opened within the app', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(3_000)
  document.body.innerHTML = '<article data-help-article-body="tabs" data-help-words="20">text</article>'
  await tab.route('/en/articles/tabs')
  await browser.advance(3_000)
  expect(opensOf(browser)[1]).toMatchObject({ words: 20, article: { id: 'tabs', lang: 'en' } })
})

test('what a page says of another article is not taken for this one', async () => {
  document.body.innerHTML = `<article data-help-article-body="other" ${SAID}>text</article>`
  const { browser, tab } = await articleTab()
  await browser.advance(3_000)
  expect(opensOf(browser)[0]).not.toHaveProperty('words')
  expect(tab.state.article).toEqual({ id: 'idle', lang: 'en' })
})

test.each(['', 'many', '-5', '12.7', '1e999', '99999999999999', '0', 'x'.repeat(200)])(
  'words, a revision and a section of %j cost no event',
  async (text) => {
    document.body.innerHTML = `<article data-help-words="${text}" data-help-rev="${text}" data-help-section="${text}">text</article>`
    const { browser } = await articleTab()
    await browser.advance(3_000)
    expect(browser.received.map((event) => parseEvent(event).ok)).toEqual([true])
  },
)
