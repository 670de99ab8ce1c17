import type { HelpEvent, SessionExplained } from '@helptally/core'
import type { Page } from 'playwright-core'
import type { HelpCenter } from './helpCenter.js'
import { until } from './until.js'

/** The open session of a tab, as the page knows it. */
export function currentSession(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const engine = (
      globalThis as never as Record<symbol, { store: { getState(): { session: { id: string } | null } } }>
    )[Symbol.for('helptally')]
    return engine?.store.getState().session?.id ?? null
  })
}

/** Waits for the tab to have a session, other than `previous`. */
export async function nextSession(page: Page, previous: string | null = null): Promise<string> {
  return (await until(
    () => currentSession(page),
    (id) => id !== null && id !== previous,
  ))!
}

/** The session as the collector explains it, once `isComplete`. */
export function explained(
  center: HelpCenter,
  id: string,
  isComplete: (events: HelpEvent[]) => boolean,
): Promise<SessionExplained> {
  const ask = () => center.explain(id).catch(() => undefined)
  return until(
    ask,
    (session) => session !== undefined && isComplete(session.steps.map((step) => step.event)),
  ) as Promise<SessionExplained>
}

export const opens = (events: readonly HelpEvent[]) =>
  events.filter((event): event is HelpEvent & { name: 'help.article.open' } => event.name === 'help.article.open')
