import type { ExportJob, ImportJob, RecountJob } from '@helptally/server/reports'
import { type DashboardLocale, Jobs, type JobsProps, type PageView } from '../src/index.js'
import { HOSTILE } from './liveReports.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const ran: Omit<ExportJob, 'kind' | 'nr' | 'asked' | 'progress' | 'result'> = {
  ...{ site: 'ayuda', by: 'Ana', state: 'done', reason: null, left_ms: null, is_cancelling: false },
  ...{ started_at: '2026-11-22T11:58:00Z', ended_at: '2026-11-22T11:59:30Z', file_until: null, can_resume: false },
}

export function exportJob(job: Partial<ExportJob> = {}): ExportJob {
  return {
    ...ran,
    ...{ kind: 'export', nr: 3, progress: { done: 4_000, of: 4_000, unit: 'rows' } },
    asked: {
      ...{ what: 'events', format: 'ndjson', tz: 'UTC' },
      ...{ from: '2026-11-01T00:00:00Z', to: '2026-11-23T00:00:00Z' },
    },
    result: { rows: 4_000, bytes: 2_340_000, name: 'ayuda-events-2026-11-01-2026-11-23.ndjson' },
    file_until: '2026-11-23T11:59:30Z',
    ...job,
  }
}

export function importJob(job: Partial<ImportJob> = {}): ImportJob {
  return {
    ...ran,
    ...{ kind: 'import', nr: 2, progress: { done: 5_000_000, of: 5_000_000, unit: 'bytes' } },
    asked: { file: 'access.log.gz', bytes: 5_000_000, format: 'combined', articles: '/:slug', locale: '', host: '' },
    result: {
      ...{ lines: 100, taken: 60, known: 10, left_out: { robot: 25, asset: 0, broken: 5 }, unread: null, sessions: 21 },
      named: [{ line: 7, reason: 'expected a time such as [10/Oct/2026:13:55:36 +0000]' }],
    },
    ...job,
  }
}

export function recountJob(job: Partial<RecountJob> = {}): RecountJob {
  return {
    ...ran,
    ...{ kind: 'recount', nr: 1, progress: { done: 9_000, of: 9_000, unit: 'events' } },
    asked: { from: '2026-11-01T00:00:00Z', to: '2026-11-23T00:00:00Z', tz: 'UTC' },
    result: {
      ...{ is_equal: true, tabs: 300, events: 9_000, claimed: 400, found: 400 },
      differences: { not_claimed: 0, not_found: 0, elsewhere: 0 },
      causes: { late_event: 0, clock_corrected: 0, claim_wrong: 0 },
      ...{ named: [], roll_up: 0, roll_up_named: [] },
    },
    ...job,
  }
}

const SESSION = '019ab000-0000-7000-8000-000000000001'

/** Two sessions that nobody counted, and one that is none, of which one is named. */
export const differing: RecountJob = recountJob({
  result: {
    ...{ is_equal: false, tabs: 300, events: 9_000, claimed: 400, found: 401 },
    differences: { not_claimed: 2, not_found: 1, elsewhere: 0 },
    causes: { late_event: 2, clock_corrected: 0, claim_wrong: 1 },
    named: [
      {
        ...{
          event_id: '019ab000-0000-7000-8000-000000000002',
          at: '2026-11-12T10:00:00Z',
          claimed: SESSION,
          found: null,
        },
        ...{ kind: 'not_claimed', cause: 'late_event' },
      },
    ],
    ...{ roll_up: 4, roll_up_named: [] },
  },
})

export const running = { state: 'running', ended_at: null, result: null, file_until: null } as const
export const nothing: JobsProps['jobs'] = { export: [], import: [], recount: [] }
export const importing: JobsProps['importing'] = { maxBytes: 1_073_741_824, articles: '/:locale/articles/:slug' }

export function jobsPage(jobs: Partial<JobsProps['jobs']> = {}, view: Partial<PageView> = {}): string {
  return render(<Jobs page={pageView('jobs', view)} jobs={{ ...nothing, ...jobs }} importing={importing} />)
}

/** Every state of every kind, with strings that nobody may trust. */
export function everyJobs(locale: DashboardLocale): Record<string, string> {
  const failed = { state: 'failed', result: null, file_until: null, reason: HOSTILE, by: HOSTILE } as const
  const interrupted = {
    state: 'interrupted',
    result: null,
    file_until: null,
    can_resume: true,
    reason: 'Restart.',
  } as const
  const cancelled = { state: 'cancelled', result: null, file_until: null, reason: 'Somebody did.' } as const
  const named = importJob({ asked: { ...importJob().asked, file: HOSTILE }, by: '' })
  return {
    'jobs, none': jobsPage({}, { locale }),
    'jobs, running': jobsPage(
      {
        export: [exportJob({ ...running, progress: { done: 1_000, of: 4_000, unit: 'rows' }, left_ms: 42_000 })],
        import: [importJob({ ...running, is_cancelling: true, progress: { done: 0, of: null, unit: 'bytes' } })],
        recount: [recountJob({ ...running, by: HOSTILE, progress: { done: 9, of: 9_000, unit: 'events' } })],
      },
      { locale, done: 'export-3' },
    ),
    'jobs, done': jobsPage(
      {
        export: [exportJob(), exportJob({ nr: 2, by: HOSTILE, file_until: null }), exportJob({ nr: 1 })],
        import: [named, importJob({ ...failed, nr: 1 })],
        recount: [differing, recountJob({ by: '' })],
      },
      { locale, address: { query: HOSTILE } },
    ),
    'jobs, undone': jobsPage(
      { export: [exportJob(failed)], import: [importJob(interrupted)], recount: [recountJob(cancelled)] },
      { locale, done: 'import-too_large' },
    ),
    'jobs, to be seen': jobsPage(
      { export: null, import: null, recount: [recountJob(interrupted)] },
      { locale, mayEdit: false, isAdmin: false },
    ),
  }
}
