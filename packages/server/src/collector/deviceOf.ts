import type { Device } from '@helptally/core'

/** The kind of device behind a request; its user agent is looked at and forgotten. */
export const deviceOf = (headers: Headers): Device | '' => deviceOfAgent(headers.get('user-agent'))

/**
 * The kind of device by a user agent; '' when it says nothing.
 * Phones say `Mobi`: https://developer.mozilla.org/docs/Web/HTTP/Guides/Browser_detection_using_the_user_agent
 * An iPad that asks for desktop pages, as they do by default, is a desktop here.
 */
export function deviceOfAgent(agent: string | null): Device | '' {
  if (!agent) return ''
  if (/iPad|Tablet|PlayBook|Silk/i.test(agent)) return 'tablet'
  if (/Mobi/i.test(agent)) return 'phone'
  return /Android/i.test(agent) ? 'tablet' : 'desktop'
}
