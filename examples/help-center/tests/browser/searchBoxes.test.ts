import { type HelpEvent, recount } from '@helptally/core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium, newReader } from './support/chromium.js'
import { headOf, openPlainSite, type PlainSite } from './support/plainSite.js'
import { nextSession } from './support/session.js'
import { until } from './support/until.js'

interface Box {
  readonly field: string
  /** A result: ID and TITLE stand for those of an article. */
  readonly item: string
  readonly opens: 'push' | 'assign'
  readonly place: 'bar' | 'portal' | 'dialog' | 'native' | 'shadow'
  /** Where Enter is caught. */
  readonly enter: 'field' | 'window' | 'submit' | 'nowhere'
}

const LINK = '<a href="/articles/ID">TITLE</a>'
const BUTTON = '<button type="button"><b>TITLE</b></button>'
const ITEM = '<li>TITLE</li>'
const SEARCH = '<input type="search">'

const BOXES: Readonly<Record<string, Box>> = {
  'links below a search field': { field: SEARCH, item: LINK, opens: 'push', place: 'bar', enter: 'field' },
  'buttons in a dialog, Enter caught on the window': {
    field: '<input placeholder="Search the docs">',
    item: BUTTON,
    opens: 'push',
    place: 'dialog',
    enter: 'window',
  },
  'list items in the body, a combobox': {
    field: '<input role="combobox" aria-expanded="true">',
    item: ITEM,
    opens: 'push',
    place: 'portal',
    enter: 'field',
  },
  'list items that load a page, a searchbox': {
    field: '<input role="searchbox">',
    item: ITEM,
    opens: 'assign',
    place: 'bar',
    enter: 'field',
  },
  'links in a dialog element, a search form that is sent': {
    field: '<form role="search"><input></form>',
    item: LINK,
    opens: 'push',
    place: 'native',
    enter: 'submit',
  },
  'buttons in a custom element with a shadow': {
    field: '<input aria-label="Buscar en la ayuda">',
    item: BUTTON,
    opens: 'assign',
    place: 'shadow',
    enter: 'window',
  },
}
const names = Object.keys(BOXES)

const OTHER_FIELDS = `
  <form id="letter"><input type="email" name="email" placeholder="Your mail address"></form>
  <form id="login"><input name="user"><input type="password"></form>
  <div id="chat"><input placeholder="Write a message"><p contenteditable="true"></p></div>`

const pageOf = (name: string) => `${headOf(`window.box = ${JSON.stringify(BOXES[name])}; import('/box.js')`)}
<header id="bar"></header>
<aside><a id="beside" href="/articles/tabs">Tabs</a></aside>
<main><h1>Help</h1>${OTHER_FIELDS}<button id="card" type="button">Tabs</button></main>
<script>document.querySelector('#card').onclick = () => {
  history.pushState(null, '', '/articles/tabs')
  document.querySelector('main').innerHTML = '<article>Tabs</article>'
}
for (const form of document.forms) form.onsubmit = (event) => event.preventDefault()</script>`

const RESULTS = `${headOf()}<header><a href="/articles/tabs">Tabs</a></header>
<main><h1>Found</h1><ul><li><a href="/articles/idle">Idle time</a></ul></main>`
const FORM = `${headOf()}<form action="/search"><input name="q"></form><main>Help</main>`

let site: PlainSite
let chromium: Browser
let reader: BrowserContext
let page: Page

beforeAll(async () => {
  ;[site, chromium] = await Promise.all([
    openPlainSite(({ pathname }) => {
      if (pathname === '/search') return RESULTS
      if (pathname === '/home/form') return FORM
      if (pathname.startsWith('/home/')) return pageOf(names[Number(pathname.slice(6))]!)
      if (pathname === '/shop') return pageOf(names[0]!)
      if (pathname === '/bare') return '<p>Nothing of ours.'
      return pathname.startsWith('/articles/') ? `${headOf()}<article><h1>${pathname}</h1></article>` : null
    }),
    launchChromium(),
  ])
})
beforeEach(async () => {
  site.forget()
  reader = await newReader(chromium, site.url)
  page = await reader.newPage()
})
afterEach(() => reader?.close())
afterAll(() => Promise.all([chromium?.close(), site?.close()]))

const field = () => page.locator('[role=dialog] input, dialog input, #bar input').first()
const option = (place: number) => page.locator('.list > *').nth(place)

/** Opens a page with that box, and types in it. */
async function type(name: string, words: string, path = `/home/${names.indexOf(name)}`) {
  await page.goto(path)
  await page.locator('html[data-ready]').waitFor()
  // Readers take longer to type than our code to come.
  await Promise.all([page.waitForResponse('**/searchBox.js'), field().click()])
  await page.keyboard.type(words, { delay: 20 })
  await page.locator(`.list[data-words="${words}"]`).waitFor({ state: 'attached' })
}
const articleIs = (id: string) => page.waitForURL(`**/articles/${id}`)

/** What was told, and what it counts as, once the article that is shown has been counted and left. */
async function openings() {
  const id = await nextSession(page)
  await page.goto('/bare')
  const events = await until(site.events, (told) => told.some((event) => event.id === id))
  const sessions = recount(events, Date.now())
  return { sessions: sessions.length, opening: sessions[0]?.opening, searches: searchesOf(events) }
}
const searchesOf = (events: readonly HelpEvent[]) =>
  events.flatMap((event) => (event.name === 'help.search.submit' ? [event] : []))

describe.each(names)('%s', (name) => {
  test('Enter is one session, search_enter, of the search that was typed', async () => {
    await type(name, 'idle')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await articleIs('idle-end')
    const { sessions, opening, searches } = await openings()
    expect([sessions, opening]).toEqual([
      1,
      expect.objectContaining({ entry: 'search_enter', via: 'search_result', queryId: searches[0]?.queryId }),
    ])
    expect(searches).toEqual([expect.objectContaining({ query: 'idle', trigger: 'enter' })])
  })

  test('a click on a result is one session, article_click via search_result', async () => {
    await type(name, 'idle')
    await option(1).click()
    await articleIs('idle-end')
    const { sessions, opening, searches } = await openings()
    expect([sessions, opening]).toEqual([
      1,
      expect.objectContaining({ entry: 'article_click', via: 'search_result', queryId: searches[0]?.queryId }),
    ])
    expect(searches).toEqual([expect.objectContaining({ query: 'idle', trigger: 'option' })])
  })
})

describe('what is no Enter in a search', () => {
  const name = names[0]!

  test.each([
    ['a mail address for a letter', '#letter input', 'reader@example.com'],
    ['a name to log in with', '#login input[name=user]', 'reader'],
    ['a message in a chat', '#chat input', 'where is my search'],
    ['text that can be edited', '#chat p', 'search'],
  ])(
    'Enter in a field for %s is none, and an article that is shown later was clicked',
    async (_field, selector, words) => {
      await page.goto(`/home/0`)
      await page.locator('html[data-ready]').waitFor()
      await page.locator(selector).click()
      await page.keyboard.type(words, { delay: 20 })
      await page.keyboard.press('Enter')
      await page.locator('#card').click()
      await articleIs('tabs')
      const { sessions, opening, searches } = await openings()
      expect([sessions, opening, searches]).toEqual([1, expect.objectContaining({ entry: 'article_click' }), []])
      expect(opening).not.toMatchObject({ via: 'search_result' })
    },
  )

  test('who types in a search and then takes the sidebar has clicked, and the search is told', async () => {
    await type(name, 'idle')
    await page.locator('#beside').click()
    const { sessions, opening, searches } = await openings()
    expect([sessions, opening]).toEqual([1, expect.objectContaining({ entry: 'article_click', via: 'nav' })])
    expect(searches).toMatchObject([{ query: 'idle', sessionId: null }])
  })

  test('nor has who presses Enter where nothing is found, and then takes a card that a script opens', async () => {
    await type(name, 'nothing like it')
    await page.keyboard.press('Enter')
    await page.locator('#card').click()
    await articleIs('tabs')
    const { opening, searches } = await openings()
    expect(opening).toMatchObject({ entry: 'article_click' })
    expect(opening).not.toMatchObject({ via: 'search_result' })
    expect(searches).toMatchObject([{ query: 'nothing like it', results: null }])
  })

  test('nor is what readers search for on other pages of the site told, while Enter there opens an article all the same', async () => {
    await type(name, 'idle', '/shop')
    await page.keyboard.press('Enter')
    await articleIs('idle')
    const { opening, searches } = await openings()
    expect([opening, searches]).toEqual([expect.objectContaining({ entry: 'search_enter' }), []])
    expect(opening).not.toHaveProperty('queryId')
  })
})

describe('a click on a page of results', () => {
  beforeEach(async () => {
    await page.goto('/home/form')
    await page.locator('html[data-counts]').waitFor()
    await Promise.all([page.waitForResponse('**/searchBox.js'), page.locator('input').click()])
    await page.keyboard.type('idle', { delay: 20 })
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=idle')
  })

  test('is article_click via search_result, of the search that led to it', async () => {
    await until(
      () => statusOf(page),
      (status) => status === 'ready',
    )
    await page.locator('main a').click()
    const { sessions, opening, searches } = await openings()
    expect([sessions, opening, searches]).toEqual([
      1,
      expect.objectContaining({ entry: 'article_click', via: 'search_result', queryId: searches[0]?.queryId }),
      [expect.objectContaining({ query: 'idle', trigger: 'enter', sessionId: null })],
    ])
  })

  test('is article_click all the same when it comes before the code that knows of the search', async () => {
    await page.route('**/engine.js', (route) =>
      new URL(page.url()).pathname === '/search' ? route.abort() : route.continue(),
    )
    await page.reload()
    await page.locator('main a').click()
    await articleIs('idle')
    const { sessions, opening } = await openings()
    expect([sessions, opening]).toEqual([1, expect.objectContaining({ entry: 'article_click' })])
  })
})

const statusOf = (on: Page) =>
  on.evaluate(() => {
    const engine = (globalThis as never as Record<symbol, { store: { getState(): { status: string } } }>)[
      Symbol.for('helptally')
    ]
    return engine?.store.getState().status
  })
