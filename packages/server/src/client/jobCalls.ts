import type { ExportBody, ImportAsked, JobChangeBody, JobKind, JobOfKind, RecountBody } from '../jobs/job.js'

/** Which help center long work is about. */
export interface JobParams {
  /** The id of that help center. Default: that of the collector. */
  readonly site?: string
}

/** What is said beside a file that is to be imported. */
export interface ImportParams extends JobParams, Partial<Omit<ImportAsked, 'bytes'>> {}

/** Long work, which goes on after it was started: ask for it again to see how far it has come. */
export interface JobCalls {
  /** Writes events or sessions into a file. */
  startExport(body?: ExportBody, params?: JobParams): Promise<JobOfKind<'export'>>
  /** `file`: a `Blob` of `openAsBlob`, say, which is not held in memory. */
  startImport(file: Blob, params?: ImportParams): Promise<JobOfKind<'import'>>
  /** Counts a period again. */
  startRecount(body: RecountBody, params?: JobParams): Promise<JobOfKind<'recount'>>
  /** How far it has come. */
  job<Kind extends JobKind>(kind: Kind, nr: number, params?: JobParams): Promise<JobOfKind<Kind>>
  /** The latest first. */
  jobs<Kind extends JobKind>(kind: Kind, params?: JobParams): Promise<readonly JobOfKind<Kind>[]>
  /** Cancels it, or asks the same again. Resolves to the job that it is then. */
  changeJob<Kind extends JobKind>(
    kind: Kind,
    nr: number,
    change: JobChangeBody,
    params?: JobParams,
  ): Promise<JobOfKind<Kind>>
  /** What an export wrote, as it comes. */
  exportFile(nr: number, params?: JobParams): Promise<ReadableStream<Uint8Array>>
}

interface Sending {
  readonly send: (method: 'GET' | 'POST', path: string, body?: object | Blob) => Promise<Response>
  readonly queryOf: (params: object) => URLSearchParams
}

export function jobCalls({ send, queryOf }: Sending): JobCalls {
  const json = async <Answer>(answered: Promise<Response>): Promise<Answer> => (await (await answered).json()) as Answer
  const one = (kind: JobKind, nr: number, params: JobParams): string => `${kind}s/${nr}?${queryOf(params)}`
  return {
    startExport: (body = {}, params = {}) => json(send('POST', `exports?${queryOf(params)}`, body)),
    startImport: (file, params = {}) => json(send('POST', `imports?${queryOf(params)}`, file)),
    startRecount: (body, params = {}) => json(send('POST', `recounts?${queryOf(params)}`, body)),
    job: (kind, nr, params = {}) => json(send('GET', one(kind, nr, params))),
    jobs: async (kind, params = {}) =>
      (await json<{ readonly rows: never[] }>(send('GET', `${kind}s?${queryOf(params)}`))).rows,
    changeJob: (kind, nr, change, params = {}) => json(send('POST', one(kind, nr, params), change)),
    exportFile: async (nr, params = {}) => (await send('GET', `exports/${nr}/file?${queryOf(params)}`)).body!,
  }
}
