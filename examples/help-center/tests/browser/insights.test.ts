import { readFileSync } from 'node:fs'
import type { ConversationFact } from '@helptally/core'
import type { Reports } from '@helptally/server/reports'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findings } from './support/axe.js'
import { launchChromium } from './support/chromium.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { until } from './support/until.js'

const PAGES = [
  '',
  '/sessions',
  '/channels',
  '/search',
  '/content-gaps',
  '/articles',
  '/article?of=install',
  '/suggestions',
  '/deflection',
  '/sessions?channel=web',
  '/performance',
  '/live',
  '/data-quality',
  '/data-jobs',
  '/settings',
]
const LOOKS = [
  { lang: 'en', width: 1440, height: 900, colorScheme: 'light' },
  { lang: 'es', width: 390, height: 844, colorScheme: 'dark' },
] as const

let center: HelpCenter
let chromium: Browser
let context: BrowserContext | undefined
beforeAll(async () => {
  ;[center, chromium] = await Promise.all([
    openHelpCenter({ seedDays: 5, otherSite: 'tienda', conversations: chat() }),
    launchChromium(),
  ])
}, 60_000)
afterAll(() => Promise.all([center?.close(), chromium?.close()]))
afterEach(() => context?.close())

async function openAs({ width, height, colorScheme }: Omit<(typeof LOOKS)[number], 'lang'>): Promise<Page> {
  context = await chromium.newContext({ baseURL: center.url, viewport: { width, height }, colorScheme })
  return context.newPage()
}

const at = (path: string, lang: string) => `/help-insights${path}${path.includes('?') ? '&' : '?'}lang=${lang}`

describe.each(LOOKS)('in $lang, $colorScheme, $width wide', ({ lang, ...look }) => {
  test.each(PAGES)('the page %s is drawn, fits, and axe finds nothing', async (path) => {
    const page = await openAs(look)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.goto(at(path, lang))
    await page.locator('.ht-page h1').waitFor()
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('.ht-message').count()).toBe(0)
    const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await page.evaluate(tooWide)).toBe(0)
    expect(await findings(page)).toEqual([])
    expect(complaints).toEqual([])
    // A definition in another language than the page is one whose translation lags behind.
    if (lang === 'es') expect(await page.locator('.ht-answer [lang=en]').count()).toBe(0)
  })
})

/** A chat in three sessions, of a visitor who writes elsewhere meanwhile; what the platform says of it is hostile. */
function chat(): ConversationFact[] {
  const start = Date.now() - 90 * 60_000
  const fact = (nth: number, minute: number, more: object) =>
    ({
      ...{ id: `m${nth}`, channel: 'web', conversation: 'chat', visitor: 'v', at: start + minute * 60_000 },
      ...more,
    }) as ConversationFact
  const by = (who: 'user' | 'bot' | 'agent') => ({ type: 'message', by: who })
  const sms = { channel: 'sms', conversation: 'phone' }
  return [
    fact(1, 0, by('user')),
    fact(2, 1, by('bot')),
    fact(3, 4, by('user')),
    fact(4, 20, by('user')),
    fact(5, 21, { type: 'interrupted', cause: `\u202e<script>globalThis.broken=1</script>${'w'.repeat(20)}` }),
    fact(6, 22, by('bot')),
    fact(7, 23, { type: 'transfer' }),
    fact(8, 1, { ...by('user'), ...sms }),
    fact(9, 3, { ...by('agent'), ...sms }),
  ]
}

/** Until the page is at rest: what React still puts in place loses the focus. */
async function openChannels(page: Page, lang: string): Promise<void> {
  await page.goto(at('/channels', lang))
  await page.locator('.ht-by-channel svg[tabindex="0"]').waitFor()
}

describe.each(LOOKS)('a session of a conversation, in $lang, $colorScheme, $width wide', ({ lang, ...look }) => {
  test('is reached by keyboard from its channel, drawn, fits, and axe finds nothing', async () => {
    const page = await openAs(look)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    const { rows } = await center.report('channels', { explain: 'rows' })
    const web = rows.find(({ channel }) => channel === 'web')!
    await openChannels(page, lang)
    const number = page.locator('tr[data-channel=web] a').first()
    expect(await number.textContent()).toBe(String(web.sessions))
    await number.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/sessions?**')
    const sessions = page.locator('.ht-conversations tbody a')
    await sessions.first().waitFor()
    expect(await sessions.count()).toBe(web.sessions)
    for (const id of web.sessions_behind!) {
      await page.goto(at(`/sessions/${id}`, lang))
      await page.locator('.ht-turns').waitFor()
      const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect(await page.evaluate(tooWide)).toBe(0)
      expect(await findings(page)).toEqual([])
    }
    const first = web.sessions_behind!.at(-1)!
    expect(await page.locator('[data-by]').count()).toBe(3)
    expect(await page.locator('#ht-meanwhile tbody tr').count()).toBe(1)
    await page.locator('[data-neighbour=next] a').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.endsWith(first) && url.pathname.includes('/sessions/'))
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
    expect(complaints).toEqual([])
  })

  test('is in the list that is filtered by its channel, where only its own row leads to it', async () => {
    const page = await openAs(look)
    const { rows } = await center.report('channels', {})
    await page.goto(at('/sessions?channel=web', lang))
    const sessions = page.locator('.ht-conversations tbody a')
    await sessions.first().waitFor()
    expect(await sessions.count()).toBe(rows.find(({ channel }) => channel === 'web')!.sessions)
    await page.locator('#ht-sessions .ht-ask').click()
    await page.locator('#ht-sessions-means').waitFor()
    await page.keyboard.press('Escape')
    const row = page.locator('.ht-conversations tbody tr').nth(1)
    const href = await row.locator('a').getAttribute('href')
    // Where the cell is, the link of the row is above it.
    await row.locator('td').first().click({ force: true })
    await page.waitForURL((url) => url.pathname + url.search === href)
    await page.locator('.ht-turns').waitFor()
  })

  test('another site is chosen by keyboard, stays from page to page, and shows its own numbers', async () => {
    const page = await openAs(look)
    await openChannels(page, lang)
    const button = page.locator('.ht-site > button')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**site=tienda**')
    await page.locator('.ht-nav a').nth(1).click()
    await page.waitForURL('**/sessions?**site=tienda**')
    expect(await button.textContent()).toContain('tienda')
    const answer = await center.get('reports/live?site=tienda&limit=200')
    const { rows } = (await answer.json()) as Reports['live']
    await page.goto(at('/sessions?site=tienda&days=30', lang))
    await page.locator('.ht-sessions tbody tr').first().waitFor()
    const starts = await page
      .locator('.ht-sessions tbody time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')))
    expect(starts).toEqual(rows.map(({ started_at }) => started_at))
    expect(await findings(page)).toEqual([])
  })
})

describe('the keys', () => {
  let page: Page
  beforeEach(async () => {
    page = await openAs(LOOKS[0])
    await page.goto(at('/articles', 'en'))
    await page.locator('.ht-page h1').waitFor()
  })

  test('filter by what the reader types, and the filter goes along to other pages', async () => {
    await pressUntil(page, '/', () => page.locator('#ht-filter').isVisible())
    await page.locator('#ht-filter').getByLabel('Entry').selectOption('search_enter')
    await page.locator('#ht-filter').getByRole('button', { name: 'Show' }).click()
    await page.waitForURL('**entry=search_enter**')
    await page.getByRole('link', { name: 'Sessions', exact: true }).click()
    await page.waitForURL('**/sessions?**entry=search_enter**')
    await page.locator('.ht-sessions tbody tr').first().waitFor()
    const entries = await page.locator('.ht-sessions tbody .ht-entry').allInnerTexts()
    expect(entries.length).toBeGreaterThan(0)
    expect(new Set(entries.map((entry) => entry.trim()))).toEqual(new Set(['Search, Enter']))
  })

  test('stop comparing, lead to what happens now, and say what they do', async () => {
    await pressUntil(page, '?', () => page.locator('#ht-keys').isVisible())
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await page.waitForURL('**compare=none**')
    await pressUntil(page, 'r', () => page.url().includes('/live'))
  })

  test('are letters like any other where the reader writes', async () => {
    await pressUntil(page, '/', () => page.locator('#ht-filter').isVisible())
    await page.locator('#ht-filter').getByLabel('Searched for').pressSequentially('c r?')
    expect(await page.locator('#ht-filter').getByLabel('Searched for').inputValue()).toBe('c r?')
    expect(page.url()).toContain('/articles')
  })
})

test.each([
  ['', 'ht-days', /^\w{3}, \d+ \w{3} \d{4} · Total \d+ · /],
  ['/article?of=install', 'ht-openings', /\d/],
  ['/channels', 'ht-by-channel', /^\w{3}, \d+ \w{3} \d{4} · Total \d+(?: · [\w ]+ \d+)* · Help center \d+$/],
  ['/data-quality', 'ht-unaccepted', /\d{4}/],
])('the arrow keys go through the chart of the page %s, and tell its numbers', async (path, id, told) => {
  const page = await openAs(LOOKS[0])
  await page.goto(`${at(path, 'en')}&days=7`)
  const output = page.locator(`#${id} output`)
  const text = () => output.textContent()
  const chart = page.locator(`#${id} svg[tabindex="0"]`)
  await chart.focus()
  await page.keyboard.press('Home')
  const first = await text()
  expect(first).toMatch(told)
  await page.keyboard.press('ArrowRight')
  const second = await text()
  expect(second).not.toBe(first)
  await page.keyboard.press('ArrowLeft')
  expect(await text()).toBe(first)
  await page.keyboard.press('End')
  expect(await chart.locator('[data-reading="on"]').count()).toBe(1)
  await page.keyboard.press('Tab')
  expect([await text(), await chart.locator('[data-reading="on"]').count()]).toEqual(['', 0])
})

/** Again, until the page listens. */
async function pressUntil(page: Page, key: string, isDone: () => Promise<boolean> | boolean): Promise<void> {
  const press = async () => {
    if (!(await isDone())) await page.keyboard.press(key)
    return isDone()
  }
  await until(press, (done) => done)
}

test('the keyboard alone reaches everything on a page, in its order', async () => {
  const page = await openAs(LOOKS[0])
  await page.goto(at('/search', 'en'))
  await page.locator('.ht-page h1').waitFor()
  /** All that can be reached, as their places in the page; with the place of what has the focus. */
  const look = () =>
    page.evaluate(() => {
      const reachable = '.ht-insights :is(a[href], button, summary, [tabindex="0"])'
      const all = [...document.querySelectorAll(reachable)].filter((element) => element.checkVisibility())
      return { all: all.length, at: all.indexOf(document.activeElement!) }
    })
  const { all } = await look()
  expect(all).toBeGreaterThan(50)
  for (let nth = 0; nth < all; nth++) {
    await page.keyboard.press('Tab')
    expect((await look()).at).toBe(nth)
  }
})

test('the numbers on the overview are those of the reports', async () => {
  const page = await openAs(LOOKS[0])
  await page.goto(at('', 'en'))
  const href = await page.locator('#ht-days .ht-csv').getAttribute('href')
  const asked = new URL(href!, center.url)
  asked.searchParams.delete('format')
  const read = async <N extends keyof Reports>(name: N): Promise<Reports[N]> => {
    asked.pathname = `/api/help/reports/${name}`
    return (await fetch(asked)).json() as Promise<Reports[N]>
  }
  const [{ totals }, searches] = [await read('sessions'), await read('searches')]
  const shown = (of: string) => page.locator(`[data-total="${of}"] .ht-number`).innerText()
  for (const total of ['sessions', 'article_click', 'direct_link', 'search_enter', 'orphan_searches'] as const)
    expect([total, await shown(total)]).toEqual([total, totals[total].toLocaleString('en-GB')])
  expect(await shown('success')).toBe(`${Math.round(100 * searches.totals.success.rate!)}%`)
})

test('a number leads to the sessions behind it, and they to their timelines', async () => {
  const page = await openAs(LOOKS[0])
  await page.goto(at('/articles', 'en'))
  await page.locator('a[href*="behind=articles.read"]').first().click()
  await page.waitForURL('**/sessions?**behind=articles.read**')
  expect(await page.locator('.ht-behind').innerText()).toContain('Sessions behind one number')
  await page.locator('.ht-sessions tbody a').first().click()
  await page.waitForURL('**/sessions/*')
  expect(await page.locator('h1').innerText()).toContain('Session of')
})

test('a file of a panel is the report as CSV, over the same slice', async () => {
  const page = await openAs(LOOKS[0])
  await page.goto(`${at('/articles', 'en')}&days=7`)
  const href = await page.locator('.ht-csv').first().getAttribute('href')
  const answer = await fetch(new URL(href!, center.url))
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const [head, ...lines] = (await answer.text()).trim().split('\n')
  expect(head).toContain('article')
  expect(lines).toHaveLength(await page.locator('.ht-scroll tbody tr').count())
})

test('a chart is saved as it is seen, in a file that needs no style sheet', async () => {
  const page = await openAs(LOOKS[0])
  await page.goto(at('', 'en'))
  // What hears the keys is there together with what saves charts.
  await pressUntil(page, '/', () => page.locator('#ht-filter').isVisible())
  await page.keyboard.press('Escape')
  const saved = async (type: 'SVG' | 'PNG') => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Sessions per day, by entry, as ${type}` }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const svg = await saved('SVG')
  expect(svg.name).toBe('ht-days.svg')
  const text = svg.bytes.toString()
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d/)
  for (const word of ['>Sessions per day, by entry<', '>Article click<', '>today, so far<'])
    expect(text).toContain(word)
  expect(text).not.toMatch(/class=|var\(--/)
  const alone = await context!.newPage()
  await alone.setContent(text)
  const shown = await page
    .locator('#ht-days .ht-segment')
    .evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).fill))
  const drawn = await alone.locator('[data-part]').evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).fill))
  expect(drawn).toEqual(shown)
  const png = await saved('PNG')
  expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual(['ht-days.png', 'PNG'])
})

test('work on a gap is kept from its form, gaps are put together, and both are taken back', async () => {
  const page = await openAs(LOOKS[0])
  await page.goto(at('/content-gaps', 'en'))
  await page.locator('#ht-gaps tbody').waitFor()
  const queries = () => page.locator('#ht-gaps tbody th a bdi').allInnerTexts()
  const [first, second, ...others] = await queries()
  const change = async (query: string) => {
    await page.getByRole('button', { name: `Change “${query}”` }).click()
    return page.locator('.ht-gap-change:popover-open')
  }
  const said = (text: string) => page.locator('.ht-done', { hasText: text }).waitFor()

  const form = await change(first!)
  await form.getByLabel('Status').selectOption('planned')
  await form.getByLabel('Owner').fill('Ana')
  await form.getByRole('button', { name: 'Save' }).click()
  await said(`Kept. ${first}: Planned; owner Ana`)
  expect(await queries()).toEqual([second, ...others])
  await page.getByRole('link', { name: 'Planned (1)' }).click()
  await page.locator('#ht-gaps .ht-gap-said', { hasText: 'Planned since' }).getByText('Ana').waitFor()

  await page.goto(at('/content-gaps', 'en'))
  const merging = await change(second!)
  await merging.getByLabel('The same as this gap').fill(others[0]!)
  await merging.getByRole('button', { name: 'Put together' }).click()
  await said(`Kept. ${second}: put together with “${others[0]}”`)
  expect((await queries()).toSorted()).toEqual(others.toSorted())
  expect(await page.locator('#ht-gaps .ht-gap-query', { hasText: `with ${second}` }).count()).toBe(1)
  await page.locator('.ht-done').getByRole('button', { name: 'Undo' }).click()
  await said(`Taken back. ${second}`)
  await page.locator('#ht-gap-changes').getByRole('button', { name: 'Undo' }).click()
  await said(`Taken back. ${first}`)
  expect((await queries()).toSorted()).toEqual([first, second, ...others].toSorted())
})
