import { anyInWords, explainAny } from '../explanation/explainAny.js'
import { readWording } from '../explanation/readWording.js'
import { gapHistory } from '../gapWork/gapHistory.js'
import { isUuid } from '../isUuid.js'
import type { Jobs } from '../jobs/createJobs.js'
import { lookUp } from '../ledger/lookUp.js'
import type { After } from '../live/liveFeed.js'
import type { LiveFeeds } from '../live/liveFeeds.js'
import { openApi } from '../openapi/openApi.js'
import { parseReportQuery, type ReportDefaults } from '../reports/parseReportQuery.js'
import { cannotExplain, isLacking, isReportName, REPORT_NAMES, readReport } from '../reports/readReport.js'
import type { ReportName } from '../reports/shapes.js'
import { toCsv } from '../reports/toCsv.js'
import { type Access, maySee, type Reader, type Role } from './access.js'
import { addAnnotation, getAnnotations, removeAnnotation } from './annotate.js'
import { answer, download, refuse, text } from './answers.js'
import { deleteVisitor, eraseVisitorOfPlatform } from './eraseVisitor.js'
import { jobRoutes } from './jobRoutes.js'
import { receiveConversations } from './receiveConversations.js'
import { appendAll, receiveEvents } from './receiveEvents.js'
import { receiveGapChange } from './receiveGapChange.js'
import { receiveTickets } from './receiveTickets.js'
import { answerChallenge, type ReceivingWebhooks, receiveWebhook } from './receiveWebhook.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'
import { streamLive } from './streamLive.js'

export interface Context extends ReceivingWebhooks {
  /** What a report is about when it is not asked for something else. */
  readonly defaults: ReportDefaults
  readonly live: LiveFeeds
  readonly jobs: Jobs
  /** Of a file that is sent to be imported. */
  readonly maxImportBytes: number
  readonly after: After
  readonly accessOf: (request: Request) => Promise<Access>
  /** Whether a request brings a server key. */
  readonly hasServerKey: (request: Request) => boolean
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** For people: what the path looks like. */
  readonly path: string
  /** The role that it needs; for everybody; or for those with a server key. */
  readonly for: Role | 'everybody' | 'platform'
  matches(path: readonly string[]): boolean
  /** Whether it is about one site, which `site` names: only who may see it comes in. Else the answer itself keeps to theirs. */
  readonly isOfSite?: true
  /** `reader`: who asks; of a route for a role. */
  handle(request: Request, context: Context, path: readonly string[], reader: Reader): Promise<Response>
}

export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: 'events',
    for: 'everybody',
    matches: (path) => path.length === 1 && path[0] === 'events',
    handle: receiveEvents,
  },
  {
    method: 'POST',
    path: 'conversations',
    for: 'platform',
    matches: (path) => path.length === 1 && path[0] === 'conversations',
    handle: receiveConversations,
  },
  {
    method: 'GET',
    path: 'conversations/{platform}',
    for: 'everybody',
    matches: (path) => path.length === 2 && path[0] === 'conversations',
    handle: answerChallenge,
  },
  {
    method: 'POST',
    path: 'conversations/{platform}',
    for: 'everybody',
    matches: (path) => path.length === 2 && path[0] === 'conversations',
    handle: receiveWebhook,
  },
  {
    method: 'GET',
    path: `reports/{${REPORT_NAMES.join(',')}}`,
    for: 'viewer',
    isOfSite: true,
    matches: (path) => path.length === 2 && path[0] === 'reports' && isReportName(path[1]!),
    handle: getReport,
  },
  {
    method: 'GET',
    path: 'sessions/{id}',
    for: 'viewer',
    matches: (path) => path.length === 2 && path[0] === 'sessions',
    handle: getSession,
  },
  {
    method: 'GET',
    path: 'ledger/{id}',
    for: 'viewer',
    matches: (path) => path.length === 2 && path[0] === 'ledger',
    handle: getArrivals,
  },
  {
    method: 'GET',
    path: 'live',
    for: 'viewer',
    isOfSite: true,
    matches: (path) => path.length === 1 && path[0] === 'live',
    handle: streamLive,
  },
  {
    method: 'POST',
    path: 'gaps',
    for: 'editor',
    isOfSite: true,
    matches: (path) => path.length === 1 && path[0] === 'gaps',
    handle: receiveGapChange,
  },
  {
    method: 'GET',
    path: 'gaps/changes',
    for: 'viewer',
    isOfSite: true,
    matches: (path) => path.length === 2 && path[0] === 'gaps' && path[1] === 'changes',
    handle: getGapChanges,
  },
  {
    method: 'GET',
    path: 'annotations',
    for: 'viewer',
    isOfSite: true,
    matches: (path) => path.length === 1 && path[0] === 'annotations',
    handle: getAnnotations,
  },
  {
    method: 'POST',
    path: 'annotations',
    for: 'editor',
    isOfSite: true,
    matches: (path) => path.length === 1 && path[0] === 'annotations',
    handle: addAnnotation,
  },
  {
    method: 'DELETE',
    path: 'annotations/{id}',
    for: 'editor',
    isOfSite: true,
    matches: (path) => path.length === 2 && path[0] === 'annotations',
    handle: removeAnnotation,
  },
  {
    method: 'POST',
    path: 'tickets',
    for: 'admin',
    isOfSite: true,
    matches: (path) => path.length === 1 && path[0] === 'tickets',
    handle: receiveTickets,
  },
  ...jobRoutes,
  {
    method: 'GET',
    path: 'health',
    for: 'everybody',
    matches: (path) => path.length === 1 && path[0] === 'health',
    handle: getHealth,
  },
  {
    method: 'GET',
    path: 'openapi.json',
    for: 'everybody',
    matches: (path) => path.length === 1 && path[0] === 'openapi.json',
    handle: getDescription,
  },
  {
    method: 'DELETE',
    path: 'visitors/{id}',
    for: 'admin',
    matches: (path) => path.length === 2 && path[0] === 'visitors',
    handle: deleteVisitor,
  },
  {
    method: 'POST',
    path: 'visitors/erase',
    for: 'admin',
    isOfSite: true,
    matches: (path) => path.length === 2 && path[0] === 'visitors' && path[1] === 'erase',
    handle: eraseVisitorOfPlatform,
  },
]

async function getReport(request: Request, context: Context, path: readonly string[]): Promise<Response> {
  const { store, now, defaults } = context
  const name = path[1]!
  const at = now()
  const params = new URL(request.url).searchParams
  const format = params.get('format') ?? 'json'
  if (format !== 'json' && format !== 'csv') return refuse(400, `format: expected json or csv, got "${format}"`)
  const parsed = parseReportQuery(params, at, defaults)
  if (!parsed.ok) return refuse(400, parsed.reason)
  const { query } = parsed
  const wrong = isLacking(name as ReportName, query) ?? cannotExplain(name as ReportName, query.explain)
  if (wrong) return refuse(400, wrong)
  // What was turned away shows now; if the disk refuses, with the next batch.
  if (name === 'ledger') await appendAll([], context).catch(() => undefined)
  const report = await readReport(store, name as ReportName, query, at)
  return format === 'csv' ? download(`${name}.csv`, 'text/csv; charset=utf-8', toCsv(report.rows)) : answer(200, report)
}

async function getSession(
  request: Request,
  { store, now, defaults }: Context,
  path: readonly string[],
  reader: Reader,
): Promise<Response> {
  const id = path[1]!
  if (!isUuid(id)) return refuse(400, 'expected the id of a session, a UUID in lower case, got something else')
  const wording = readWording(new URL(request.url).searchParams, defaults)
  if (typeof wording === 'string') return refuse(400, wording)
  const session = await explainAny(store, id, now())
  // Nobody learns what there is on other sites.
  if (!session || !maySee(reader, session.site)) return refuse(404, `No session ${id} is counted here.`)
  if (!wording) return answer(200, session)
  return text(`${anyInWords(session, wording).join('\n')}\n`, wording.locale)
}

async function getArrivals(_: Request, { store }: Context, path: readonly string[], reader: Reader): Promise<Response> {
  const found = await lookUp(store, path[1]!, (site) => maySee(reader, site))
  if (found) return answer(200, found)
  return refuse(404, 'No event of this id is kept, and none was turned away in the last seven days.')
}

const CHANGES_TOLD = 200

async function getGapChanges(request: Request, { store, defaults }: Context): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  return answer(200, { rows: await gapHistory(store, site, CHANGES_TOLD) })
}

async function getHealth(request: Request, { store, accessOf }: Context): Promise<Response> {
  const health = await store.health()
  // Readable whatever happens: a site that cannot say who may read shows no details.
  const access = await accessOf(request).catch(() => ({ granted: false }))
  return answer(health.ready ? 200 : 503, access.granted ? health : { ready: health.ready })
}

async function getDescription(request: Request): Promise<Response> {
  return answer(200, openApi(new URL('.', request.url).href.replace(/\/$/, '')))
}
