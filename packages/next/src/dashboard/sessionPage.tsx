import { Message, SessionTimeline } from '@helptally/dashboard'
import { explainSession } from '@helptally/server'
import type { ReactElement } from 'react'
import type { InsightsView } from './insightsView.js'

export async function sessionPage(
  { store, now, locale, hrefs, timeZone }: InsightsView,
  id: string,
): Promise<ReactElement> {
  const session = await explainSession(store(), id, now)
  if (!session) return <Message locale={locale} kind="not_found" hrefs={hrefs} />
  return <SessionTimeline locale={locale} session={session} hrefs={hrefs} timeZone={timeZone} />
}
