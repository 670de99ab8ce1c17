import { type DashboardLocale, Message, Sessions, SessionTimeline } from '../src/index.js'
import { everyArticle } from './articleReports.js'
import { everyArticles } from './articlesReports.js'
import { everyChannels } from './channelReports.js'
import { conversationRow, everyConversation } from './conversations.js'
import { everyDeflection } from './deflectionReports.js'
import { everyGaps } from './gapReports.js'
import { everyJobs } from './jobReports.js'
import { everyLive } from './liveReports.js'
import { overview, render } from './page.js'
import { everyPerformance } from './performanceReports.js'
import { everyQuality } from './qualityReports.js'
import { articlesReport, gapsReport, liveReport, pageView, sessionRow, sessionsReport, someDays } from './reports.js'
import { everySearch } from './searchReports.js'
import { explained, someEvents } from './sessions.js'
import { everySettings } from './settingsReports.js'
import { everySuggestions } from './suggestionsReports.js'

const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(60)}`

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
    <SessionTimeline
      page={pageView('sessions', { locale, timeZone: 'Europe/Madrid' })}
      session={explained(second, events)}
      meanwhile={second === 3600 ? rows : []}
    />
  )
  const view = pageView('overview', { locale })
  const filtered = {
    entry: 'search_enter',
    device: 'phone',
    channel: 'help',
    locale: 'es',
    article: 'uno',
    query: 'dos',
  }
  return {
    overview: overview({
      locale,
      sessions: { ...sessions, synthetic: true },
      live: liveReport([sessionRow({ ended_at: null, end_reason: null }), ...rows]),
      gaps: gapsReport(['facturas', 12.4], ['reembolso', 3]),
      articles: articlesReport(['instalar', { rate: 0.4, n: 50 }]),
      view: { address: filtered },
      annotations: [
        { id: '1', at: sessions.rows[4]!.start, kind: 'deploy', text: HOSTILE, article: HOSTILE, by: HOSTILE },
        { id: '2', at: sessions.rows[4]!.start, kind: 'note', text: 'corta', article: '', by: '' },
      ],
    }),
    quarter: overview({ locale, sessions: { ...sessionsReport(someDays(90)), imported: true } }),
    nothing: overview({ locale, sessions: sessionsReport([]), previous: sessionsReport([]) }),
    ended: render(timeline(3600)),
    open: render(timeline(600, disputed)),
    alone: overview({ locale, previous: null, view: { period: { ...view.period, days: null, before: null } } }),
    sessions: render(
      <Sessions page={pageView('sessions', { locale })} live={liveReport(rows)} behind={null} conversations={null} />,
    ),
    sessionsOfChannel: render(
      <Sessions
        page={pageView('sessions', { locale, address: { channel: 'web' } })}
        live={liveReport()}
        behind={null}
        conversations={[conversationRow()]}
      />,
    ),
    behind: render(
      <Sessions
        page={pageView('sessions', { locale, address: { behind: 'gaps.no_click', row: 'facturas' } })}
        live={liveReport(rows)}
        behind={{ of: 'help', rows: [] }}
        conversations={null}
      />,
    ),
    behindChannel: render(
      <Sessions
        page={pageView('sessions', {
          ...{ locale, address: { behind: 'channels.idle', row: 'web' } },
          sites: ['ayuda', HOSTILE, 'otra'],
        })}
        live={liveReport(rows)}
        behind={{ of: 'conversations', rows: [conversationRow()] }}
        conversations={null}
      />,
    ),
    ...everyConversation(locale),
    ...everyChannels(locale),
    ...everySearch(locale),
    ...everyGaps(locale),
    ...everyArticles(locale),
    ...everyArticle(locale),
    ...everySuggestions(locale),
    ...everyDeflection(locale),
    ...everyPerformance(locale),
    ...everyLive(locale),
    ...everyQuality(locale),
    ...everyJobs(locale),
    ...everySettings(locale),
    empty: render(<Message locale={locale} kind="empty" view={view} />),
    closed: render(<Message locale={locale} kind="closed" />),
    other_site: render(<Message locale={locale} kind="other_site" view={{ ...view, sites: ['otra', HOSTILE] }} />),
    failed: render(<Message locale={locale} kind="failed" text="503" view={view} />),
    not_found: render(<Message locale={locale} kind="not_found" view={view} />),
  }
}
