import { type HelpEvent, isChatEvent } from '@helptally/core'
import { parseBatch } from '@helptally/core/schema'
import type { BrowserContext, Request, Response } from 'playwright-core'
import { type RejectedEvent, sortEvents } from '../sortEvents.js'

/** What the pages of a context have posted to the collector, as seen from outside. */
export interface Posts {
  /** Each event once, in the order in which they were posted. */
  readonly events: ReadonlyMap<string, HelpEvent>
  /** What the collector has refused. */
  readonly rejected: readonly RejectedEvent[]
  /** The last answer that was no 202, in words. */
  readonly trouble: string | null
  /** A page is posting, or loading code that may have more to tell. */
  isBusy(): boolean
  stop(): void
}

const ACCEPTED = 202

interface Receipt {
  readonly rejected?: readonly { readonly id: string | null; readonly reason: string }[]
}

export function watchPosts(context: BrowserContext, eventsUrl: string): Posts {
  const events = new Map<string, HelpEvent>()
  const rejected: RejectedEvent[] = []
  const underWay = new Set<Request>()
  let trouble: string | null = null

  const isPost = (request: Request) =>
    request.method() === 'POST' && withoutSlash(request.url()) === withoutSlash(eventsUrl)
  const onRequest = (request: Request) => {
    if (isPost(request) || request.resourceType() === 'script') underWay.add(request)
    if (!isPost(request)) return
    for (const event of eventsIn(request)) events.set(event.id, event)
  }
  const onEnd = (request: Request) => underWay.delete(request)
  const onResponse = async (response: Response) => {
    if (!isPost(response.request())) return
    // A page need not read it to its end.
    onEnd(response.request())
    if (response.status() !== ACCEPTED) trouble = `POST ${eventsUrl} answered ${response.status()}`
    // Of a page that is gone nobody can read it.
    const { rejected: named = [] }: Receipt = await response.json().catch(() => ({}))
    for (const { id, reason } of named) rejected.push({ id, reason, event: events.get(id ?? '') ?? null })
  }
  context.on('request', onRequest)
  context.on('requestfinished', onEnd)
  context.on('requestfailed', onEnd)
  context.on('response', onResponse)
  return {
    events,
    rejected,
    get trouble() {
      return trouble
    },
    isBusy: () => [...underWay].some(isOfOpenPage),
    stop() {
      context.off('request', onRequest)
      context.off('requestfinished', onEnd)
      context.off('requestfailed', onEnd)
      context.off('response', onResponse)
    },
  }
}

/** Next may want one at the end of every address, which its site need not say here. */
const withoutSlash = (url: string): string => url.replace(/\/$/, '')

/** Of one that is closed nobody says how its requests end. */
function isOfOpenPage(request: Request): boolean {
  try {
    return !request.frame().page().isClosed()
  } catch {
    // Of a worker, say.
    return false
  }
}

function eventsIn(request: Request): HelpEvent[] {
  const parsed = parseBatch(JSON.parse(request.postData() ?? 'null'))
  if (!parsed.ok) return []
  return sortEvents(parsed.batch.events).accepted.filter((event): event is HelpEvent => !isChatEvent(event))
}
