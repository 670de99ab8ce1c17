import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findings } from './support/axe.js'
import { launchChromium } from './support/chromium.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import {
  articleOf,
  HOSTILE,
  HOSTILE_NAMES,
  type HostileName,
  keptOf,
  letHostileReadersIn,
} from './support/hostileReaders.js'

const WIDTHS = [1440, 390]
const { script } = HOSTILE
const listOf = (name: HostileName) => keptOf(name, 'listId')

/** Each page, and the texts of which it shows all. */
const PAGES: readonly { readonly path: string; readonly shown?: (name: HostileName) => string }[] = [
  { path: '', shown: (name) => HOSTILE[name] },
  { path: '/sessions', shown: articleOf },
  { path: '/channels' },
  { path: '/search' },
  { path: '/content-gaps', shown: articleOf },
  { path: '/articles', shown: articleOf },
  { path: '/suggestions', shown: listOf },
  { path: '/performance', shown: articleOf },
  { path: '/live', shown: articleOf },
  { path: '/data-quality' },
  { path: '/settings' },
]

const asked = (path: string, params: Readonly<Record<string, string>>) => `${path}?${new URLSearchParams(params)}`
/** What a link may say, whoever made it. */
const LINKS = [
  asked('/sessions', { behind: 'articles.rows', row: script, of: script }),
  asked('/sessions', { behind: script, row: script, of: script }),
  asked('/content-gaps', { tab: script, sort: script, done: script }),
  asked('/data-quality', { of: script }),
  asked('/channels', { sort: script, article: script, compare: script }),
  asked('/search', { query: script, article: script, from: script, to: script }),
  asked('/live', { device: '__proto__', channel: 'constructor', days: script, compare: script }),
  `/sessions/${encodeURIComponent(script)}`,
  `/${encodeURIComponent(script)}`,
  '/article?of=%ED%A0%80%00',
]

let center: HelpCenter
let chromium: Browser
let sessions: Readonly<Record<HostileName, string>>
beforeAll(async () => {
  ;[center, chromium] = await Promise.all([openHelpCenter(), launchChromium()])
  sessions = await letHostileReadersIn(center)
}, 120_000)
afterAll(() => Promise.all([center?.close(), chromium?.close()]))

let page: Page
let complaints: string[]
beforeEach(async () => {
  page = await chromium.newPage({ baseURL: center.url })
  complaints = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
})
afterEach(() => page.context().close())

const open = (path: string) => page.goto(`/help-insights${path}${path.includes('?') ? '&' : '?'}lang=en`)

/** Nothing ran, nothing is wider than the page, nothing is amiss. Resolves to the text of the page. */
async function stands(): Promise<string> {
  await page.locator('main h1').waitFor()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect([width, await page.evaluate(tooWide)]).toEqual([width, 0])
  }
  const strangers = 'main :is(img, style, script, [onerror], [href^="javascript:"])'
  expect(await page.locator(strangers).count()).toBe(0)
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
  expect(complaints).toEqual([])
  return (await page.locator('main').textContent())!
}

/** A page holds no null, and no half of a letter. */
const seen = (text: string) => text.toWellFormed().replaceAll('\u0000', '')

test.each(PAGES)('the page "$path" stands, and shows what was written as it was written', async ({ path, shown }) => {
  await open(path)
  const text = await stands()
  expect(await findings(page)).toEqual([])
  if (shown) for (const name of HOSTILE_NAMES) expect(text).toContain(seen(shown(name)))
})

test.each(LINKS)('a link may say %s', async (path) => {
  await open(path)
  await stands()
})

test.each(HOSTILE_NAMES)('the article "%s" is reached by its link, and has its own page', async (name) => {
  await open('/articles')
  const link = page.locator('.ht-article a', { has: page.locator('bdi') })
  await link.first().waitFor()
  const names = await link.allTextContents()
  await link.nth(names.indexOf(seen(articleOf(name)))).click()
  await page.waitForURL('**/article?**')
  const text = await stands()
  expect(await page.locator('main h1').textContent()).toBe(`Article ${seen(articleOf(name))}`)
  expect(text).toContain(seen(keptOf(name, 'comment')))
  expect(await page.locator('#ht-openings .ht-annotation').count()).toBe(1)
})

test.each(HOSTILE_NAMES)('the timeline of a session of "%s" tells what was written', async (name) => {
  await open(`/sessions/${sessions[name]}`)
  const text = await stands()
  for (const field of ['articleId', 'comment', 'method', 'ticket'] as const)
    expect(text).toContain(seen(keptOf(name, field)))
})

test.each([
  ['an article', () => asked('/article', { of: articleOf('image') })],
  ['a session', () => `/sessions/${sessions.image}`],
])('axe finds nothing on the page of %s', async (_, path) => {
  await open(path())
  await stands()
  expect(await findings(page)).toEqual([])
})

test('the files of all panels hold the texts, and nothing that a spreadsheet would run', async () => {
  const files = new Map<string, string>()
  for (const { path } of PAGES) {
    await open(path)
    await page.locator('main h1').waitFor()
    for (const link of await page.locator('a.ht-csv').all()) {
      const href = new URL((await link.getAttribute('href'))!, center.url)
      files.set(href.pathname.replace(/.*\//, ''), await (await fetch(href)).text())
    }
  }
  expect([...files.keys()]).toEqual(expect.arrayContaining(['articles', 'searches', 'gaps', 'suggestions', 'live']))
  for (const [report, text] of files) expect([report, cellsOf(text).filter(isFormula)]).toEqual([report, []])
  const articles = cellsOf(files.get('articles')!)
  for (const name of HOSTILE_NAMES) expect(articles.map((cell) => cell.replace(/^'/, ''))).toContain(withoutQuote(name))
})

const withoutQuote = (name: HostileName) => articleOf(name).replace(/^'/, '')

function cellsOf(csv: string): string[] {
  const cells = csv.matchAll(/(?<=^|,|\n)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))/g)
  return [...cells].map(({ groups }) => groups!.plain ?? groups!.quoted!.replaceAll('""', '"'))
}

/** What a spreadsheet takes for more than text: https://owasp.org/www-community/attacks/CSV_Injection */
const isFormula = (cell: string) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && Number.isNaN(Number(cell))
