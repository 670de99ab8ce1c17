import { preferredLocale } from '../lib/locales'
import { homePath } from '../lib/paths'

/** The front door: sends the reader to the help center in a language of theirs. */
export function GET(request: Request): Response {
  const locale = preferredLocale(request.headers.get('accept-language'))
  return new Response(null, { status: 307, headers: { location: homePath(locale), vary: 'accept-language' } })
}
