import { createHash, timingSafeEqual } from 'node:crypto'

export interface AccessOptions {
  /** Says who may read reports and erase visitors, by the site's own session, say. */
  readonly authorize?: (request: Request) => boolean | Promise<boolean>
  /** Opens reading and erasing to `Authorization: Bearer <token>`. */
  readonly token?: string
}

export type Access = { readonly granted: true } | { readonly granted: false; readonly reason: string }

/** Whether a request may read and erase. Closed in production until the site says who may. */
export async function accessOf(request: Request, { authorize, token }: AccessOptions): Promise<Access> {
  if (token && isBearer(request, token)) return GRANTED
  if (authorize && (await authorize(request))) return GRANTED
  if (token || authorize) return NOT_AUTHORIZED
  return process.env.NODE_ENV === 'production' ? CLOSED : GRANTED
}

const GRANTED: Access = { granted: true }

const NOT_AUTHORIZED: Access = {
  granted: false,
  reason: 'Expected a reader whom this site authorizes, or "Authorization: Bearer <token>" with its token.',
}

const CLOSED: Access = {
  granted: false,
  reason:
    'Reading is closed in production until the site says who may read: ' +
    'give createHelpHandlers (createCollector) an `authorize(request)` or a `token`.',
}

function isBearer(request: Request, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** Equal lengths for `timingSafeEqual`. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
