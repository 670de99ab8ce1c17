import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobKind } from '../jobs/job.js'
import { FILE } from '../jobs/jobFolder.js'
import { readImport } from '../jobs/readAsked.js'
import type { Reader } from './access.js'
import { answer, refuse, seeOther } from './answers.js'
import { backTo } from './backTo.js'
import { drop } from './bodyChunks.js'
import { isOwnPage } from './origins.js'
import type { Context } from './routes.js'
import { isForm, type NoUpload, saveUpload } from './saveUpload.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'

/** A page of another origin cannot send one of them without leave. */
const TYPES = ['application/octet-stream', 'application/x-ndjson', 'application/gzip']

/** Bytes. A gibibyte: about two million events. */
export const MAX_IMPORT_BYTES = 1_073_741_824

type Wrong = NoUpload | 'busy' | 'no_room' | 'not_understood'

/**
 * `POST {base}/imports?site&format&…`: takes a file, and imports it when it is here. The body is the file, or a form of
 * the dashboard, which is led back to the page that it names in `back`.
 */
export async function receiveImport(
  request: Request,
  context: Context,
  _: readonly string[],
  { name: by }: Reader,
): Promise<Response> {
  const { jobs, defaults, maxImportBytes } = context
  const site = siteOf(request, defaults)
  if (!site) return refused(request, 400, EXPECTED_SITE)
  const type = request.headers.get('content-type') ?? ''
  const fromForm = isForm(type)
  if (!fromForm && !TYPES.includes(type.split(';')[0]!.trim().toLowerCase()))
    return refused(
      request,
      415,
      `content-type: expected ${TYPES.join(', ')} or multipart/form-data, got ${type || 'none'}`,
    )
  if (fromForm && !isOwnPage(request)) return refused(request, 403, 'Expected a form of a page of this site.')

  const draft = await jobs.draft(
    Math.min(Number(request.headers.get('content-length') ?? maxImportBytes), maxImportBytes),
  )
  if (draft === null) return refused(request, 507, WHY.no_room(maxImportBytes))
  let isOurs = true
  try {
    const saved = await saveUpload(request, join(draft, FILE), maxImportBytes)
    const fields = 'upload' in saved ? saved.upload.fields : saved.fields
    const wrong = (what: Wrong, why = WHY[what](maxImportBytes)): Response =>
      fromForm ? seeOther(backTo(fields.back, `import-${what}`)) : refuse(STATUS[what], why)
    if ('wrong' in saved) return wrong(saved.wrong)
    const { back: _, site: __, file: ___, ...said } = fields
    const asked = readImport(said, { file: cleanName(saved.upload.name), bytes: saved.upload.bytes })
    if (typeof asked === 'string') return wrong('not_understood', asked)
    isOurs = false
    const job = await jobs.start({ kind: 'import', site, by, asked }, draft)
    if (job === 'busy') return wrong('busy')
    return fromForm ? seeOther(backTo(fields.back, `import-${job.nr}`)) : answer(202, job)
  } finally {
    if (isOurs) await rm(draft, { recursive: true, force: true })
  }
}

async function refused(request: Request, status: number, error: string): Promise<Response> {
  await drop(request)
  return refuse(status, error)
}

const STATUS: Readonly<Record<Wrong, number>> = {
  too_large: 413,
  cut_off: 400,
  no_file: 400,
  not_understood: 400,
  busy: 409,
  no_room: 507,
}

const WHY: Readonly<Record<Wrong, (maxBytes: number) => string>> = {
  too_large: (maxBytes) => `expected a file of at most ${maxBytes} bytes: pack it, or use helptally import`,
  cut_off: () =>
    'expected a whole file, got its beginning only. With a proxy.ts, Next lets 10 MB through: see experimental.proxyClientMaxBodySize',
  no_file: () => 'expected a file, got none, or an empty one',
  not_understood: () => 'expected what the description of this address says, got something else',
  busy: () => BUSY.import,
  no_room: () => 'The disk of the store has no room for the file.',
}

export const BUSY: Readonly<Record<JobKind, string>> = {
  export: 'An export is running already: wait until it ends, or cancel it.',
  import: 'An import is running already: wait until it ends, or cancel it.',
  recount: 'A recount is running already: wait until it ends, or cancel it.',
}

/** For people. No path of ours is made of it. */
const cleanName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '')
    .trim()
    .slice(0, 100) || 'file'
