import { type DashboardLocale, Message, SessionTimeline } from '../src/index.js'
import { overview, render } from './page.js'
import { hrefs, liveReport, sessionRow, sessionsReport, someDays, vital, vitalsReport } from './reports.js'
import { explained, someEvents } from './sessions.js'

/** Every page and state in one language, with something in every part. */
export function everyPage(locale: DashboardLocale): Record<string, string> {
  const disputed = someEvents.map((event) => ({
    ...event,
    synthetic: true as const,
    sessionId: event.seq === 3 ? null : event.sessionId,
  }))
  const rows = (['idle', 'close', 'transfer', 'survey_answered', 'interrupted'] as const).map((end_reason, i) =>
    sessionRow({ id: `019ab000-0000-7000-8000-00000000000${i}`, end_reason }),
  )
  const sessions = sessionsReport(someDays(30), 9)
  const timeline = (second: number, events = someEvents) => (
    <SessionTimeline locale={locale} session={explained(second, events)} hrefs={hrefs} timeZone="Europe/Madrid" />
  )
  return {
    overview: overview({
      locale,
      sessions: { ...sessions, synthetic: true },
      live: liveReport([sessionRow({ ended_at: null, end_reason: null }), ...rows]),
      vitals: vitalsReport([
        ...Array.from({ length: 10 }, (_, i) =>
          vital('LCP', 1000 + i * 500, { article: `articulo-${i}`, n: 50 - 3 * i }),
        ),
        vital('INP', 300),
        vital('CLS', 0.3, { navigation: 'soft' }),
      ]),
    }),
    quarter: overview({ locale, sessions: sessionsReport(someDays(90)) }),
    nothing: overview({ locale, sessions: sessionsReport([]), previous: sessionsReport([]) }),
    ended: render(timeline(3600)),
    open: render(timeline(600, disputed)),
    empty: render(<Message locale={locale} kind="empty" hrefs={hrefs} />),
    closed: render(<Message locale={locale} kind="closed" hrefs={hrefs} />),
    failed: render(<Message locale={locale} kind="failed" text="503" hrefs={hrefs} />),
    not_found: render(<Message locale={locale} kind="not_found" hrefs={hrefs} />),
  }
}
