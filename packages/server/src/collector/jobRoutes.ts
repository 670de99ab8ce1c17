import { Readable } from 'node:stream'
import type { Started } from '../jobs/createJobs.js'
import { JOB_KINDS, type JobKind } from '../jobs/job.js'
import { readExport, readRecount } from '../jobs/readAsked.js'
import type { Reader, Role } from './access.js'
import { answer, fileOf, refuse, seeOther } from './answers.js'
import { backTo } from './backTo.js'
import { isOwnPage } from './origins.js'
import { parseJson } from './parseJson.js'
import { readText } from './readText.js'
import { BUSY, receiveImport } from './receiveImport.js'
import type { Context, Route } from './routes.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'

/** What of readers leaves the store, and what comes into it, is an admin's; a recount names no visitor, but is work. */
export const JOB_ROLES: Readonly<Record<JobKind, { readonly sees: Role; readonly starts: Role }>> = {
  export: { sees: 'admin', starts: 'admin' },
  import: { sees: 'admin', starts: 'admin' },
  recount: { sees: 'viewer', starts: 'editor' },
}

const MAX_BYTES = 16_384
const FORM = 'application/x-www-form-urlencoded'
const TYPES = ['application/json', FORM]

/** For each kind: start one, list those that were, look at one, cancel it or ask the same again. */
export const jobRoutes: readonly Route[] = JOB_KINDS.flatMap((kind): Route[] => {
  const { sees, starts } = JOB_ROLES[kind]
  const all = `${kind}s`
  const isAll = (path: readonly string[]) => path.length === 1 && path[0] === all
  const isOne = (path: readonly string[]) => path.length === 2 && path[0] === all
  const isFile = (path: readonly string[]) => path.length === 3 && path[0] === all && path[2] === 'file'
  const start: Route['handle'] = kind === 'import' ? receiveImport : (...asked) => startJob(kind, ...asked)
  const change: Route['handle'] = (...asked) => changeJob(kind, ...asked)
  const ofSite = { isOfSite: true } as const
  return [
    { ...ofSite, method: 'POST', path: all, for: starts, matches: isAll, handle: start },
    {
      ...ofSite,
      method: 'GET',
      path: all,
      for: sees,
      matches: isAll,
      handle: (request, context) => listJobs(kind, request, context),
    },
    {
      ...ofSite,
      method: 'GET',
      path: `${all}/{nr}`,
      for: sees,
      matches: isOne,
      handle: (...asked) => getJob(kind, ...asked),
    },
    { ...ofSite, method: 'POST', path: `${all}/{nr}`, for: starts, matches: isOne, handle: change },
    ...(kind === 'export'
      ? [{ ...ofSite, method: 'GET', path: `${all}/{nr}/file`, for: sees, matches: isFile, handle: getFile } as const]
      : []),
  ]
})

/** `POST {base}/exports?site`, `POST {base}/recounts?site`: JSON, or a form of the dashboard that names its page in `back`. */
async function startJob(
  kind: 'export' | 'recount',
  request: Request,
  { jobs, defaults, now }: Context,
  _: readonly string[],
  { name: by }: Reader,
): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  const said = await readSaid(request)
  if (said instanceof Response) return said
  const { back, body } = said
  const asking = { site, defaults, now: now() }
  const order = kind === 'export' ? exportOrder(body, asking) : recountOrder(body, asking)
  if (typeof order === 'string')
    return back === null ? refuse(400, order) : seeOther(backTo(back, `${kind}-not_understood`))
  return answerStarted(kind, await jobs.start({ ...order, site, by }), back)
}

type Asking = Parameters<typeof readExport>[1]

function exportOrder(body: unknown, asking: Asking) {
  const asked = readExport(body, asking)
  return typeof asked === 'string' ? asked : { kind: 'export' as const, asked }
}

function recountOrder(body: unknown, asking: Asking) {
  const asked = readRecount(body, asking)
  return typeof asked === 'string' ? asked : { kind: 'recount' as const, asked }
}

/** `POST {base}/{kind}s/{nr}?site`, with `{ do: 'cancel' }` or `{ do: 'again' }`. */
async function changeJob(
  kind: JobKind,
  request: Request,
  context: Context,
  path: readonly string[],
  { name: by }: Reader,
): Promise<Response> {
  const said = await readSaid(request)
  if (said instanceof Response) return said
  const { back, body } = said
  const { do: what } = (body ?? {}) as { do?: unknown }
  if (what !== 'cancel' && what !== 'again') return refuse(400, 'do: expected cancel or again')
  const of = addressOf(kind, request, context, path)
  const found = of && (await context.jobs.find(of))
  if (!found) return refuse(404, NONE)
  if (what === 'again') return answerStarted(kind, await context.jobs.again(of, by), back)
  await context.jobs.cancel(of)
  return back === null ? answer(200, await context.jobs.find(of)) : seeOther(backTo(back, `${kind}-${found.nr}`))
}

async function listJobs(kind: JobKind, request: Request, { jobs, defaults }: Context): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  return answer(200, { rows: await jobs.list({ kind, site }) })
}

async function getJob(kind: JobKind, ...[request, context, path]: Parameters<Route['handle']>): Promise<Response> {
  const of = addressOf(kind, request, context, path)
  const job = of && (await context.jobs.find(of))
  return job ? answer(200, job) : refuse(404, NONE)
}

async function getFile(request: Request, context: Context, path: readonly string[]): Promise<Response> {
  const of = addressOf('export', request, context, path)
  const job = of && (await context.jobs.find(of))
  const file = job && (await context.jobs.openFile(of))
  if (!job || !file) return refuse(404, 'There is no file of this export, or not any more: start it again.')
  const { size } = await file.stat()
  if (request.method === 'HEAD') {
    await file.close()
    return fileOf((job.result as { name: string }).name, size, null)
  }
  const bytes = Readable.toWeb(file.createReadStream()) as unknown as ReadableStream<Uint8Array>
  return fileOf((job.result as { name: string }).name, size, bytes)
}

function addressOf(kind: JobKind, request: Request, { defaults }: Context, path: readonly string[]) {
  const site = siteOf(request, defaults)
  return site && /^[1-9]\d{0,8}$/.test(path[1]!) ? { kind, site, nr: Number(path[1]) } : null
}

const NONE = 'This site has no job of this number.'

/** What a request says, and the page that a form goes back to; null for what is no form. */
async function readSaid(request: Request): Promise<{ back: string | null; body: unknown } | Response> {
  const read = await readText(request, TYPES, MAX_BYTES)
  if (!read.ok) return refuse(read.status, read.error, read.headers)
  if (read.type !== FORM) return { back: null, body: parseJson(read.text) }
  if (!isOwnPage(request)) return refuse(403, 'Expected a form of a page of this site.')
  const { back = '/', ...body } = Object.fromEntries(new URLSearchParams(read.text))
  return { back, body }
}

function answerStarted(kind: JobKind, started: Started | 'gone', back: string | null): Response {
  if (typeof started !== 'string')
    return back === null ? answer(202, started) : seeOther(backTo(back, `${kind}-${started.nr}`))
  if (back !== null) return seeOther(backTo(back, `${kind}-${started}`))
  return refuse(409, started === 'busy' ? BUSY[kind] : 'What it was about is gone: start it anew.')
}
