import { isSameOrigin } from '../classifyByAddress.js'
import type { PageSeen } from '../ports/ports.js'

/** The host of the page with the link that led here; '' when it was this site's own, or nobody says. */
export function referrerHost(page: PageSeen): string {
  const { loadedBy, referrer } = page
  return loadedBy === 'soft' || !URL.canParse(referrer) || isSameOrigin(page) ? '' : new URL(referrer).hostname
}
