export interface OriginOptions {
  /**
   * Which pages may send, beside those of the collector's own origin: `['https://help.example.com']`. Default: all. It
   * keeps the pages of other sites away; a program can name any origin it likes.
   */
  readonly origins?: readonly string[] | undefined
}

/** Throws for what no browser would send as an origin: it would let nobody in, and nobody would know why. */
export function checkOrigins({ origins = [] }: OriginOptions): void {
  const wrong = origins.find((origin) => originOf(origin) !== origin)
  if (wrong === undefined) return
  throw new Error(
    `[helptally] origins: expected origins such as "https://help.example.com", without a path, got "${wrong}". ` +
      `Mend it in createHelpHandlers (createCollector)${originOf(wrong) ? `: "${originOf(wrong)}"` : ''}.`,
  )
}

/** Whether the page behind a request may send. What is no page names no origin, and may. */
export function isWelcome(request: Request, { origins }: OriginOptions): boolean {
  const origin = request.headers.get('origin')
  return origins === undefined || origin === null || origins.includes(origin) || isOwn(request, origin)
}

/** Which pages may read an answer, for `access-control-allow-origin`; null for none. */
export function allowedOrigin(request: Request, options: OriginOptions): string | null {
  if (options.origins === undefined) return '*'
  return isWelcome(request, options) ? request.headers.get('origin') : null
}

/** Whether a page of the collector's own origin asks, as a browser says it. */
export function isOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin !== null && isOwn(request, origin)
}

/** A proxy may hide our own host from us; the browser tells in any case, where the connection is safe. */
function isOwn({ headers, url }: Request, origin: string): boolean {
  if (headers.get('sec-fetch-site') === 'same-origin') return true
  return URL.canParse(origin) && new URL(origin).host === (headers.get('host') ?? new URL(url).host)
}

const originOf = (text: string): string | null => (URL.canParse(text) ? new URL(text).origin : null)
