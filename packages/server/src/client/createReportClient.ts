import type { Channel, Device, Entry } from '@helptally/core'
import type { Annotation, AnnotationBody } from '../annotations/annotation.js'
import type { GapChangeBody, GapChangeReceipt, GapChangeTold, GapStatus } from '../gapWork/gapWork.js'
import type { LedgerEntry } from '../ledger/lookUp.js'
import type { SessionAnswer } from '../reports/explainSession.js'
import type { Interval, ReportName, Reports } from '../reports/shapes.js'
import { type JobCalls, jobCalls } from './jobCalls.js'
import { RequestRefused } from './requestRefused.js'

export interface ReportClientOptions {
  /** The collector's base path: `https://help.example.com/api/help`. */
  readonly url: string
  /** `HELPTALLY_TOKEN` of the site. */
  readonly token?: string
  /** What asks, in the place of the global `fetch`. Default: the global one. */
  readonly fetch?: typeof fetch
}

/** What a report is asked for. What is left out is up to the site. */
export interface ReportParams {
  /** Which help center. Default: that of the collector. */
  readonly site?: string
  /** The first moment of the period: a date, `2026-11-01`, or an instant. Default: 30 days before `to`. */
  readonly from?: string | Date
  /** The end of the period, not part of it. Default: the end of today. */
  readonly to?: string | Date
  /** IANA time zone in which days begin. Default: that of the collector, else UTC. */
  readonly tz?: string
  /** How long the rows of a report by time are. Default `day`. */
  readonly interval?: Interval
  /** Rows of a list, 1 to 200. Default 20. */
  readonly limit?: number
  /** Tabs that must have searched a text for it to be shown, 3 to 1,000. Default 3. */
  readonly k?: number
  /** Only sessions that started on pages of this language, BCP 47. */
  readonly locale?: string
  /** Only sessions on this device. */
  readonly device?: Device
  /** Only sessions that started so. */
  readonly entry?: Entry
  /** Only sessions of this channel. */
  readonly channel?: Channel
  /** Only sessions in which this article was opened; for the report `article`, the one that it is about. */
  readonly article?: string
  /** Only sessions with this search. */
  readonly query?: string
  /** Of the report `gaps`: only those of this status. */
  readonly status?: GapStatus
  /** How long after a session a ticket is put down to it, 1 to 168 hours. Default 24. */
  readonly window_hours?: number
  /** Brings the period before as well. */
  readonly compare?: 'before'
  /** Names the sessions behind each row, or behind one of its numbers. */
  readonly explain?: string
}

/** Reads a collector over HTTP. Every method rejects with `RequestRefused` when the collector says no. */
export interface ReportClient extends JobCalls {
  /** One report. */
  report<Name extends ReportName>(name: Name, params?: ReportParams): Promise<Reports[Name]>
  /** The rows alone, RFC 4180. */
  csv(name: ReportName, params?: ReportParams): Promise<string>
  /** Why a session was counted. */
  session(id: string): Promise<SessionAnswer>
  /** What became of an event. */
  event(id: string): Promise<LedgerEntry>
  /** Keeps what was done to the help center; the same told again is kept once. Resolves to its id. */
  annotate(annotation: AnnotationBody, params?: { readonly site?: string }): Promise<string>
  /** The latest first. */
  annotations(params?: Pick<ReportParams, 'site' | 'from' | 'to' | 'tz'>): Promise<readonly Annotation[]>
  /** Removes one, by its id. */
  removeAnnotation(id: string, params?: { readonly site?: string }): Promise<void>
  /** What an editor does to a content gap. Resolves when it is durable, to its number; null when all was so already. */
  changeGap(change: GapChangeBody, params?: { readonly site?: string }): Promise<number | null>
  /** The latest changes of content gaps, the latest first. */
  gapChanges(params?: { readonly site?: string }): Promise<readonly GapChangeTold[]>
  /** Resolves to the number of events that are gone. */
  eraseVisitor(id: string): Promise<number>
  /**
   * The same, by the id that a chat platform has, or a telephone number with + and the code of its country. 0: nobody of
   * that id is known.
   */
  erasePlatformVisitor(visitor: string, params?: { readonly site?: string }): Promise<number>
}

/** A client of a collector, for a program. Nothing is asked before a method is called. */
export function createReportClient({ url, token, fetch: ask = fetch }: ReportClientOptions): ReportClient {
  const base = url.replace(/\/+$/, '')
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}

  async function send(method: 'GET' | 'POST' | 'DELETE', path: string, said?: object | Blob): Promise<Response> {
    const response = await ask(`${base}/${path}`, { method, ...(said ? bodyOf(said, headers) : { headers }) })
    if (!response.ok) throw await RequestRefused.of(`${method} ${base}/${path}`, response)
    return response
  }
  const read = async <Answer>(path: string): Promise<Answer> => (await (await send('GET', path)).json()) as Answer
  const pathOf = (name: ReportName, params: object): string => `reports/${name}?${queryOf(params)}`

  return {
    ...jobCalls({ send, queryOf }),
    report: (name, params = {}) => read(pathOf(name, params)),
    csv: async (name, params = {}) => (await send('GET', pathOf(name, { ...params, format: 'csv' }))).text(),
    session: (id) => read(`sessions/${encodeURIComponent(id)}`),
    event: (id) => read(`ledger/${encodeURIComponent(id)}`),
    async annotate(annotation, params = {}) {
      const response = await send('POST', `annotations?${queryOf(params)}`, annotation)
      return ((await response.json()) as { readonly id: string }).id
    },
    annotations: async (params = {}) =>
      (await read<{ readonly rows: readonly Annotation[] }>(`annotations?${queryOf(params)}`)).rows,
    async removeAnnotation(id, params = {}) {
      await send('DELETE', `annotations/${encodeURIComponent(id)}?${queryOf(params)}`)
    },
    async changeGap(change, params = {}) {
      const response = await send('POST', `gaps?${queryOf(params)}`, change)
      return ((await response.json()) as GapChangeReceipt).nr
    },
    gapChanges: async (params = {}) =>
      (await read<{ readonly rows: readonly GapChangeTold[] }>(`gaps/changes?${queryOf(params)}`)).rows,
    async eraseVisitor(id) {
      const response = await send('DELETE', `visitors/${encodeURIComponent(id)}`)
      return ((await response.json()) as { readonly erased: number }).erased
    },
    async erasePlatformVisitor(visitor, params = {}) {
      const response = await send('POST', `visitors/erase?${queryOf(params)}`, { visitor })
      return ((await response.json()) as { readonly erased: number }).erased
    },
  }
}

/** A file as it is, anything else as JSON. */
function bodyOf(said: object | Blob, headers: Readonly<Record<string, string>>) {
  const [body, type] = said instanceof Blob ? [said, FILE] : [JSON.stringify(said), 'application/json']
  return { body, headers: { ...headers, 'content-type': type } }
}

const FILE = 'application/octet-stream'

function queryOf(params: object): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) query.set(name, value instanceof Date ? value.toISOString() : String(value))
  }
  return query
}
