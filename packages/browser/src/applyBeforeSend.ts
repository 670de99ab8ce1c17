import type { HelpEvent } from '@helptally/core'
import type { BeforeSend } from './helpEngine.js'

/**
 * Lets the site change or drop an event. What makes it countable stays as it was; so does the proof of activity that a
 * recount needs, a progress event: it says nothing else.
 */
export function applyBeforeSend(beforeSend: BeforeSend | undefined, event: HelpEvent): HelpEvent | null {
  if (!beforeSend || event.name === 'help.article.progress') return event
  // Before the site can change them in place.
  const { id, v, site, channel, tabId, seq, sessionId, ts, activeAt } = event
  try {
    const changed = beforeSend(event)
    if (!changed) return null
    // What is no JSON would cost its batch.
    JSON.stringify(changed)
    return { ...changed, id, v, site, channel, tabId, seq, sessionId, ts, activeAt }
  } catch (error) {
    console.error(
      '[helptally] Expected beforeSend to answer an event or null; it threw, and the event is dropped.',
      error,
    )
    return null
  }
}
