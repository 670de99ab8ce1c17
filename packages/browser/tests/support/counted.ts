import { type CountedSession, type HelpEvent, recount } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import type { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab } from './fakeTab.js'

type ArticleOpened = Extract<HelpEvent, { name: 'help.article.open' }>

/**
 * What has been counted once the outbox has sent: the sessions of the log, which must be those that the pages claimed.
 * A real collector has to take every event, or the count is another.
 */
export async function sessionsOf(browser: FakeBrowser): Promise<CountedSession[]> {
  await browser.advance(6_000)
  const refused = browser.received.map(parseEvent).find((parsed) => !parsed.ok)
  if (refused) throw new Error(`the collector would refuse an event: ${refused.reason}`)
  const sessions = recount(browser.received, browser.now)
  const [found, claimed] = [ids(sessions), ids(browser.received.filter(({ id, sessionId }) => id === sessionId))]
  if (found !== claimed) throw new Error(`the log holds the sessions ${found}, the pages claimed ${claimed}`)
  return sessions
}

/** The articles opened so far, in one tab or in all. */
export function opensOf(browser: FakeBrowser, tab?: FakeTab): ArticleOpened[] {
  return browser.received
    .filter((event) => event.name === 'help.article.open')
    .filter(({ tabId }) => !tab || tabId === tab.state.tabId)
}

/** The moments at which the tab's session was seen to end, epoch ms. */
export function watchEnds({ engine, browser }: FakeTab): number[] {
  const ends: number[] = []
  engine.store.subscribe((state, before) => {
    if (before.session && !state.session) ends.push(browser.now)
  })
  return ends
}

const ids = (things: readonly { readonly id: string }[]) =>
  things
    .map(({ id }) => id)
    .sort()
    .join(' ')
