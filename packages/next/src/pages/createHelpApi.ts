import { answerHttp, type Collector } from '@helptally/server'
import type { NextApiRequest, NextApiResponse } from 'next'
import { type HelpHandlersOptions, openCollector } from '../server/createHelpHandlers.js'

/** Resolves when the answer is sent, a stream when it has ended. */
export type HelpApi = (req: NextApiRequest, res: NextApiResponse) => Promise<void>

/**
 * The API route of the Pages Router, `pages/api/help/[...path].ts`, which also has to say `export const config = { api: {
 * bodyParser: false, responseLimit: false } }`. Takes what `createHelpHandlers` takes. Nothing is opened before the first
 * request. Throws where the file has another name or leaves the body parser on.
 */
export function createHelpApi(options: HelpHandlersOptions = {}): HelpApi {
  let collector: Collector | undefined
  return async (req, res) => {
    const path = segmentsOf(req)
    if (isParsed(req)) throw new Error(BODY_EXPECTED)
    collector ??= openCollector(options)
    const { handle } = collector
    await answerHttp(req, res, (request) => handle(request, path))
  }
}

function segmentsOf({ query }: NextApiRequest): readonly string[] {
  if (Array.isArray(query.path)) return query.path
  throw new Error(
    '[helptally] createHelpApi expected to serve a catch-all route and found no segments. Export it by default from pages/api/help/[...path].ts.',
  )
}

/** Events come as text, imports as files: the collector reads them itself, within its own limits. */
const isParsed = ({ body }: NextApiRequest): boolean => body !== undefined

const BODY_EXPECTED =
  '[helptally] createHelpApi expected a body that nobody has read, and Next has parsed it. Write into the file of the API route: export const config = { api: { bodyParser: false, responseLimit: false } }. Next reads it only when it stands there itself.'
