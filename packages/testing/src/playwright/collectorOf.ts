import { addressBelow, type CountedSession, type Outcome, type SessionExplained } from '@helptally/core'
import type { APIRequestContext, APIResponse } from 'playwright-core'

/** What the collector of the site says. */
export interface CollectorOf {
  /** Up to which number all events of a tab are there; null while it cannot say. */
  markOf(tabId: string): Promise<number | null>
  /** The session of this id; null when none is counted. */
  sessionOf(id: string): Promise<CountedSession | null>
  outcomesOf(eventId: string): Promise<readonly Outcome[]>
}

export interface CollectorParts {
  /** Of the reader's context: with its cookies, its proxy and its certificates. */
  readonly request: Pick<APIRequestContext, 'get' | 'post'>
  readonly url: string
  readonly token: string | undefined
}

const NOT_FOUND = 404
const TOO_MANY = 429

export function createCollectorOf({ request, url, token }: CollectorParts): CollectorOf {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }

  async function read<T>(path: string): Promise<T | null> {
    const answer = await request.get(addressBelow(url, path), { headers })
    if (answer.status() === NOT_FOUND && isJson(answer)) return null
    return bodyOf<T>(answer, 'Read what is counted with the `token` of the site, and name its `base`.')
  }
  return {
    async markOf(tabId) {
      const data = JSON.stringify({ sentAt: Date.now(), tabId, events: [] })
      const answer = await request.post(addressBelow(url, 'events'), {
        data,
        headers: { 'content-type': 'text/plain' },
      })
      if (answer.status() === TOO_MANY) return null
      return (await bodyOf<{ mark: number | null }>(answer, 'Name the `base` of the site.')).mark
    },
    async sessionOf(id) {
      const explained = await read<SessionExplained>(`sessions/${id}`)
      return explained && countedFrom(explained)
    },
    async outcomesOf(eventId) {
      const entry = await read<{ readonly arrivals: readonly { readonly outcome: Outcome }[] }>(`ledger/${eventId}`)
      return (entry?.arrivals ?? []).map(({ outcome }) => outcome)
    },
  }
}

const isJson = (answer: APIResponse): boolean => answer.headers()['content-type']?.includes('json') ?? false

async function bodyOf<T>(answer: APIResponse, mend: string): Promise<T> {
  if (answer.ok() && isJson(answer)) return answer.json() as Promise<T>
  const said = isJson(answer) ? ((await answer.json()) as { error?: string }).error : 'no JSON'
  throw new Error(`[helptally] Expected a collector at ${answer.url()}, got ${answer.status()} (${said}). ${mend}`)
}

function countedFrom({ id, previousId, start, steps, lastAt, end }: SessionExplained): CountedSession {
  const events = steps.map(({ event }) => event)
  return {
    ...{ id, previousId, lastAt, events },
    startedAt: start.at,
    opening: events[0] as CountedSession['opening'],
    endedAt: end?.at ?? null,
    reason: end?.reason ?? null,
  }
}
