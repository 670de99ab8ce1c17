import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { FakeBrowser } from './support/fakeBrowser.js'
import { type FakeTab, ORIGIN } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'

let browser: FakeBrowser
let tab: FakeTab

beforeAll(() => import('../src/page/searchBox.js'))
beforeEach(async () => {
  document.body.innerHTML = '<header></header><aside></aside><main><input id="other"></main>'
  browser = grantedBrowser()
  tab = browser.openTab('/en')
  await browser.advance(100)
})

const field = () => document.querySelector<HTMLInputElement>('header input')!

/** Types in a field with these attributes, and shows what the site found. */
async function type(words: string, { attributes = 'type="search"', results = '' } = {}) {
  document.querySelector('header')!.innerHTML = `<input ${attributes}>`
  tab.press(field(), 'Tab')
  await browser.advance(10)
  field().value = words
  tab.press(field(), 'e')
  await browser.advance(10)
  const list = document.body.appendChild(document.createElement('div'))
  list.innerHTML = results
  return list
}
async function told() {
  await browser.advance(6_000)
  return browser.received.filter(({ name }) => name !== 'help.article.leave')
}

test.each([
  'type="search"',
  'role="searchbox"',
  'role="combobox"',
  'name="q"',
  'placeholder="Search the docs"',
  'aria-label="Buscar en la ayuda"',
  'id="docsearch-input"',
])('Enter in a field with %s is search_enter, of what was typed', async (attributes) => {
  await type('tab', { attributes })
  tab.press(field(), 'Enter')
  await tab.route('/en/articles/tabs')
  const [search, open] = await told()
  expect(search).toMatchObject({ name: 'help.search.submit', query: 'tab', trigger: 'enter', sessionId: null })
  expect(open).toMatchObject({
    entry: 'search_enter',
    via: 'search_result',
    queryId: (search as { queryId: string }).queryId,
  })
})

test.each(['type="email"', 'type="password" name="search"', 'placeholder="Write a message"', 'name="research"'])(
  'Enter in a field with %s is no search',
  async (attributes) => {
    await type('tab', { attributes })
    tab.press(field(), 'Enter')
    await tab.route('/en/articles/tabs')
    expect(await told()).toMatchObject([{ name: 'help.article.open', entry: 'article_click', via: 'nav' }])
  },
)

describe('a result', () => {
  test('that a script opens is article_click via search_result', async () => {
    const list = await type('tab', { results: '<li><b>Tabs</b></li>' })
    tab.click(list.querySelector('b')!)
    await tab.route('/en/articles/tabs')
    expect(await told()).toMatchObject([
      { name: 'help.search.submit', query: 'tab', trigger: 'option' },
      { entry: 'article_click', via: 'search_result' },
    ])
  })

  test('that is a link among options has its place, and the page says how many there are', async () => {
    const results = ['idle', 'tabs'].map((slug) => `<a role="option" href="/en/articles/${slug}">${slug}</a>`).join('')
    const list = await type('t', { results: `<div role="listbox">${results}</div>` })
    tab.click(list.querySelectorAll('a')[1]!)
    await tab.route('/en/articles/tabs')
    expect(await told()).toMatchObject([{ results: 2 }, { via: 'search_result', position: 2 }])
  })

  test('that the field points to is what Enter chooses', async () => {
    await type('t', {
      results: '<ul role="listbox"><li role="option" id="one">Idle</li><li role="option" id="two">Tabs</li></ul>',
    })
    field().setAttribute('aria-activedescendant', 'two')
    tab.press(field(), 'Enter')
    await tab.route('/en/articles/tabs')
    expect((await told()).at(-1)).toMatchObject({ entry: 'search_enter', position: 2 })
  })

  test('that has the focus is chosen by Enter, and the click that follows changes nothing', async () => {
    const list = await type('tab', { results: '<button>Tabs</button>' })
    tab.press(list.querySelector('button')!, 'Enter')
    tab.hear(list.querySelector('button')!, new MouseEvent('click', { bubbles: true, composed: true, detail: 0 }))
    await tab.route('/en/articles/tabs')
    expect((await told()).at(-1)).toMatchObject({ entry: 'search_enter', via: 'search_result' })
  })

  test('is not what came to the sidebar meanwhile', async () => {
    await type('tab')
    document.querySelector('aside')!.innerHTML = '<a href="/en/articles/tabs">Tabs</a>'
    tab.click(document.querySelector('aside a')!)
    await tab.route('/en/articles/tabs')
    expect((await told()).at(-1)).toMatchObject({ entry: 'article_click', via: 'nav' })
  })
})

test('Enter that opened nothing is forgotten with the next thing the reader does', async () => {
  await type('tab')
  tab.press(field(), 'Enter')
  tab.press(document.querySelector('main')!, 'Escape')
  await tab.route('/en/articles/tabs')
  expect((await told()).at(-1)).toMatchObject({ entry: 'article_click', via: 'nav' })
})

test.each([
  ['is Enter on the page it was left for', '/en', { entry: 'search_enter', via: 'search_result' }],
  ['is none on the one after that', '/search?q=tab', { entry: 'article_click', via: 'nav' }],
])('Enter that loads a page %s', async (_what, from, opening) => {
  await type('tab')
  tab.press(field(), 'Enter')
  tab.load('/en/articles/tabs', 'load', ORIGIN + from)
  expect((await told()).at(-1)).toMatchObject(opening)
})

test('a site that tells of its searches itself is not told of twice', async () => {
  tab.engine.showResults({ query: 'before', results: 1 })
  await type('tab')
  await browser.advance(2_000)
  expect((await told()).map((event) => (event as { query?: string }).query)).toEqual(['before'])
})

test('typing and leaving is one orphan search, with the results that were to be seen', async () => {
  await type('tab', { results: '<a href="/en/articles/tabs">Tabs</a>' })
  await browser.advance(1_500)
  tab.close()
  await browser.advance(1_000)
  expect(await told()).toMatchObject([{ query: 'tab', trigger: 'typing_pause', results: 1, sessionId: null }])
})
