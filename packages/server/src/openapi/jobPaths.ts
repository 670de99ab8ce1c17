import type { JobKind } from '../jobs/job.js'
import { json, object, READERS, ref, refusals } from './parts.js'

const SITE = { $ref: '#/components/parameters/site' }
const NR = { name: 'nr', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }

const JOBS: Readonly<Record<JobKind, string>> = { export: 'ExportJob', import: 'ImportJob', recount: 'RecountJob' }

const A: Readonly<Record<JobKind, string>> = { export: 'an export', import: 'an import', recount: 'a recount' }

const ABOUT_FILE = ['file', 'format', 'articles', 'locale', 'host'].map((name) => ({
  name,
  in: 'query',
  schema: name === 'format' ? { type: 'string', enum: ['export', 'combined'] } : { type: 'string' },
}))

const bytes = { schema: { type: 'string', format: 'binary' } }

function startCall(kind: JobKind, body: object): object {
  return {
    summary: `Starts ${A[kind]}, which goes on after the answer. One ${kind} runs at a time.`,
    ...READERS,
    parameters: [SITE, ...(kind === 'import' ? ABOUT_FILE : [])],
    requestBody: { required: true, content: body },
    responses: {
      202: json('Started.', ref(JOBS[kind])),
      ...refusals(400, 401, 403, 409, 413, 415, ...(kind === 'import' ? [507] : []), 503),
    },
  }
}

function pathsOf(kind: JobKind, body: object): Record<string, object> {
  const found = { 200: json('Found.', ref(JOBS[kind])), ...refusals(400, 401, 403, 404, 503) }
  return {
    [`/${kind}s`]: {
      post: startCall(kind, body),
      get: {
        summary: `The latest ${kind}s of a site, the latest first.`,
        ...READERS,
        parameters: [SITE],
        responses: {
          200: json('Found.', object({ rows: { type: 'array', items: ref(JOBS[kind]) } })),
          ...refusals(400, 401, 403, 503),
        },
      },
    },
    [`/${kind}s/{nr}`]: {
      get: { summary: `One ${kind}, and how far it has come.`, ...READERS, parameters: [NR, SITE], responses: found },
      post: {
        summary: `Cancels ${A[kind]}, or asks the same again.`,
        ...READERS,
        parameters: [NR, SITE],
        requestBody: { required: true, content: { 'application/json': { schema: ref('JobChangeBody') } } },
        responses: { ...found, 202: json('Started again.', ref(JOBS[kind])), ...refusals(409, 413, 415) },
      },
    },
  }
}

const asJson = (name: string): object => ({ 'application/json': { schema: ref(name) } })

/** The calls about long work. */
export const jobPaths: Readonly<Record<string, object>> = {
  ...pathsOf('export', asJson('ExportBody')),
  '/exports/{nr}/file': {
    get: {
      summary: 'What an export wrote, for a day.',
      ...READERS,
      parameters: [NR, SITE],
      responses: {
        200: { description: 'The file.', content: { 'application/octet-stream': bytes } },
        ...refusals(401, 403, 404, 503),
      },
    },
  },
  ...pathsOf('import', {
    'application/octet-stream': bytes,
    'application/x-ndjson': bytes,
    'application/gzip': bytes,
  }),
  ...pathsOf('recount', asJson('RecountBody')),
}
