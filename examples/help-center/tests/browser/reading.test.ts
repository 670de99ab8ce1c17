import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { engineOn } from './support/engineOn.js'
import { laidOut, scrolledTo } from './support/scrolledTo.js'
import { explained, nextSession, opens } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'

/** Real time that a busy computer may add to that of the page's clock, ms. */
const SLACK_MS = 10_000
const FROM_ELSEWHERE = { referer: 'https://search.example/' }
/** Stands in the code that measures vitals, which a page loads last. */
const MARK_OF_VITALS = 'soft-navigation'
const SUGGESTIONS = '[data-help-list="related"]'

let center: Stage['center']
let page: Stage['page']
onStage((stage) => {
  ;({ center, page } = stage)
})

type Named<N extends HelpEvent['name']> = Extract<HelpEvent, { name: N }>
const named = <N extends HelpEvent['name']>(events: readonly HelpEvent[], name: N) =>
  events.filter((event): event is Named<N> => event.name === name)

/** All events of the session, once there are so many of that name. */
async function eventsOf(session: string, name: HelpEvent['name'], least = 1): Promise<HelpEvent[]> {
  const { steps, disagreements } = await explained(center, session, (events) => named(events, name).length >= least)
  expect(disagreements).toEqual([])
  return steps.map(({ event }) => event)
}

/** A session on an article, on a page whose clock the test moves and whose engine is there. */
async function readerOf(slug: string): Promise<string> {
  await page.clock.install()
  const engine = engineOn(page)
  await page.goto(`/en/articles/${slug}`, FROM_ELSEWHERE)
  const session = await nextSession(page)
  await page.clock.runFor(2_000)
  await engine
  return session
}

/** As when another tab comes to the front. */
const setHidden = (isHidden: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)

test('an article says its words and its revision, and how long and how far it was read', async () => {
  const session = await readerOf('idle')
  await page.clock.runFor(8_000)
  await page.mouse.wheel(0, 400)
  await laidOut(page)
  await page.clock.runFor(60_000)
  await setHidden(true)
  const first = await eventsOf(session, 'help.article.leave')
  const [open] = opens(first)
  const [leave] = named(first, 'help.article.leave')
  expect(open).toMatchObject({ words: expect.any(Number), article: { section: 'counting', rev: expect.any(String) } })
  expect(open!.words).toBeGreaterThan(100)
  expect(leave).toMatchObject({ openId: open!.id, article: open!.article })
  // Ten seconds until the wheel, and half a minute after it.
  expect(leave!.engagedMs).toBeGreaterThanOrEqual(40_000)
  expect(leave!.engagedMs).toBeLessThan(40_000 + SLACK_MS)
  expect(leave!.scroll).toBeGreaterThan(10)
  expect(leave!.scroll).toBeLessThan(100)

  await page.clock.runFor(60_000)
  await setHidden(false)
  await page.keyboard.press('End')
  await scrolledTo(page, 'end')
  await page.clock.runFor(5_000)
  await page.close({ runBeforeUnload: true })
  const later = named(await eventsOf(session, 'help.article.leave', 2), 'help.article.leave')
  expect(later[1]).toMatchObject({ openId: open!.id, scroll: 100 })
  expect(later[1]!.engagedMs).toBeGreaterThanOrEqual(45_000)
  expect(later[1]!.engagedMs).toBeLessThan(45_000 + SLACK_MS)
})

/** The bodies of what the page posts from now on. */
function watchPosts(): readonly string[] {
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/events')) posted.push(request.postData() ?? '')
  })
  return posted
}

test('a visit of one article is two requests, and the second says how it was read', async () => {
  const posted = watchPosts()
  const engine = engineOn(page)
  await page.goto('/en/articles/idle', FROM_ELSEWHERE)
  const session = await nextSession(page)
  await engine
  await page.mouse.wheel(0, 400)
  await laidOut(page)
  await setHidden(true)
  await page.close({ runBeforeUnload: true })
  const events = await eventsOf(session, 'help.article.leave')
  expect(named(events, 'help.article.leave')).toHaveLength(1)
  expect(posted).toHaveLength(2)
})

test('suggestions that were in view for a second were seen, and the article opened from them says from which', async () => {
  const session = await readerOf('idle')
  await page.locator(SUGGESTIONS).scrollIntoViewIfNeeded()
  // The browser says in its own time that they have come into view, and the second begins then.
  for (let told = 0; told < 5; told++) {
    await laidOut(page)
    await page.clock.runFor(1_500)
  }
  await page.locator(`${SUGGESTIONS} a`).nth(1).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
  await scrolledTo(page, 'top')
  await page.clock.runFor(3_000)
  const events = await eventsOf(session, 'help.article.open', 2)
  const list = { listId: 'related', algorithm: 'named-then-neighbours' }
  expect(named(events, 'help.suggestion.view')).toMatchObject([{ ...list, items: 3, page: '/en/articles/idle' }])
  const [first, second] = opens(events)
  expect(second).toMatchObject({ ...list, via: 'suggestion', position: 2, words: expect.any(Number) })
  expect(second!.article.rev).toEqual(expect.any(String))
  expect(named(events, 'help.article.leave')).toMatchObject([{ openId: first!.id }])
})

test('a vote says why, and a comment leaves no address', async () => {
  const session = await readerOf('idle')
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByRole('radio', { name: 'It is out of date' }).check()
  await page.getByRole('textbox', { name: 'What would you like to add?' }).fill('Write to jane@example.com')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.clock.runFor(3_000)
  const votes = named(await eventsOf(session, 'help.feedback.vote', 2), 'help.feedback.vote')
  expect(votes).toMatchObject([{ value: -1 }, { value: -1, reason: 'outdated', comment: 'Write to [mail]' }])
})

test('a page that does not exist says so in the session of the reader who came to it, and so does a way to a person', async () => {
  // Under a clock of the test no page knows the status it came with.
  const engine = engineOn(page)
  await page.goto('/en/articles/idle', FROM_ELSEWHERE)
  const session = await nextSession(page)
  await engine
  await page
    .locator('[data-help-contact]')
    .evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()))
  await page.locator('[data-help-contact]').click()
  await page.evaluate(() => {
    location.href = '/en/articles/no-such-article'
  })
  await page.waitForURL('**/no-such-article')
  const events = await eventsOf(session, 'help.error.not_found')
  expect(named(events, 'help.contact.start')).toMatchObject([{ method: 'issue' }])
  expect(named(events, 'help.error.not_found')).toMatchObject([
    { page: '/en/articles/no-such-article', referrer: '', article: null },
  ])
  expect(opens(events)).toHaveLength(1)
})

test('a search box of the site says what the search bar says', async () => {
  const posted = watchPosts()
  await page.clock.install()
  const engine = engineOn(page)
  await page.goto('/en/search')
  await page.clock.runFor(3_000)
  await engine
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill('consent')
  await page.locator('.plain-search a').nth(1).waitFor()
  await page.clock.runFor(1_500)
  await page.locator('.plain-search a').nth(1).click()
  const session = await nextSession(page)
  await page.clock.runFor(3_000)
  const [open] = opens(await eventsOf(session, 'help.article.open'))
  expect(open).toMatchObject({ entry: 'article_click', via: 'search_result', position: 2, queryId: expect.any(String) })
  // It was asked before the session began, so it is no step of it.
  expect(posted.join()).toMatch(
    /"query":"consent","trigger":"typing_pause","results":\d+,"latencyMs":\d+,"engine":"minisearch"/,
  )
})

test('vitals name the opening of the article that they measure', async () => {
  const measuring = page.waitForResponse(async (response) => {
    const code = response.url().endsWith('.js') ? await response.text().catch(() => '') : ''
    return code.includes(MARK_OF_VITALS)
  })
  await page.goto('/en/articles/idle', FROM_ELSEWHERE)
  const session = await nextSession(page)
  await measuring
  await page.mouse.click(5, 300)
  await page.close({ runBeforeUnload: true })
  const vitals = named(await eventsOf(session, 'browser.web_vital', 2), 'browser.web_vital')
  expect(new Set(vitals.map(({ openId }) => openId))).toEqual(new Set([session]))
})
