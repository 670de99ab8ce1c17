import type { HelpEvent } from '@helptally/core'
import type { SessionsReport } from '@helptally/server/reports'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { newReader } from './chromium.js'
import { countFromNow } from './counted.js'
import type { HelpCenter } from './helpCenter.js'
import { explained, nextSession, opens } from './session.js'
import { until } from './until.js'

export interface WalkThrough {
  readonly center: HelpCenter
  readonly chromium: Browser
  /** Where the site is. Default: where the collector is. */
  readonly site?: string
  /** The address of its home page, without the host. */
  readonly home: string
  /** The address of an article, as readers see it. */
  readonly article: (id: string) => string
  /** The address by which an article is opened directly. Default: that of `idle`. */
  readonly direct?: string
}

export interface Walked {
  readonly clicked: readonly HelpEvent[]
  readonly direct: readonly HelpEvent[]
  readonly searched: readonly HelpEvent[]
  readonly totals: SessionsReport['totals']
  /** Whether a link or the search bar has loaded a document. */
  readonly hasLoaded: boolean
  /** What should not be: errors, requests to the collector that were sent on or turned away. */
  readonly trouble: readonly string[]
}

/**
 * What a reader does everywhere: a click, on to what is suggested, a search inside; an article by its address in another
 * tab; and Enter on an option of the search bar in a third. What the reports say of it.
 */
export async function walk(through: WalkThrough): Promise<Walked> {
  const { center, chromium, site = center.url, home, article, direct = article('idle') } = through
  const counted = await countFromNow(center)
  const reader = await newReader(chromium, site)
  const trouble = troubleOf(reader)

  const first = await reader.newPage()
  await first.goto(home)
  await mark(first)
  await first.getByRole('link', { name: 'Install' }).click()
  await first.waitForURL(site + article('install'))
  await seen(first, 'granted, article_click')
  const clicked = await nextSession(first)
  await first.getByRole('link', { name: 'Idle time' }).click()
  await first.waitForURL(site + article('idle'))
  await search(first)
  await first.keyboard.press('Escape')
  await first.getByRole('button', { name: 'Yes' }).click()

  const second = await reader.newPage()
  await second.goto(direct)
  await seen(second, 'granted, direct_link')
  const opened = await nextSession(second)

  const third = await reader.newPage()
  await third.goto(home)
  await mark(third)
  await search(third)
  await third.keyboard.press('ArrowDown')
  await third.keyboard.press('Enter')
  await third.waitForURL(site + article('tabs'))
  await seen(third, 'granted, search_enter')
  const searched = await nextSession(third)

  const eventsOf = async (id: string, names: readonly string[]) => {
    const isWhole = (events: HelpEvent[]) => names.every((name) => events.some((event) => event.name === name))
    return (await explained(center, id, isWhole)).steps.map(({ event }) => event)
  }
  const walked = {
    clicked: await eventsOf(clicked, ['help.article.open', 'help.search.submit', 'help.feedback.vote']),
    direct: await eventsOf(opened, ['help.article.open']),
    searched: await eventsOf(searched, ['help.article.open']),
    totals: await counted.now(),
    hasLoaded: !((await isSame(first)) && (await isSame(third))),
    trouble,
  }
  await reader.close()
  return walked
}

/** Of one walk. */
export const WALKED: SessionsReport['totals'] = {
  sessions: 3,
  article_click: 1,
  direct_link: 1,
  search_enter: 1,
  orphan_searches: 0,
}

/** The openings in short. */
export const opened = (events: readonly HelpEvent[]) =>
  opens(events).map(({ entry, article, nav, via }) => [entry, article.id, nav, via])

async function search(page: Page): Promise<void> {
  await page.getByRole('combobox').fill('tabs')
  await page.getByRole('option').first().waitFor()
}

const seen = (page: Page, text: string) =>
  until(
    () => page.getByRole('note').textContent(),
    (said) => said === text,
  )

/** Is lost where a document is. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isSame: true }))
const isSame = (page: Page) => page.evaluate(() => 'isSame' in window)

function troubleOf(reader: BrowserContext): string[] {
  const trouble: string[] = []
  reader.on('weberror', (error) => trouble.push(String(error.error())))
  reader.on('console', (message) => {
    const { url } = message.location()
    // Every browser looks for it, and these sites have none.
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) trouble.push(`${url}: ${message.text()}`)
  })
  reader.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    if (/\/events\/?$/.test(pathname) && answer.status() !== 202) trouble.push(`${pathname}: ${answer.status()}`)
  })
  return trouble
}
