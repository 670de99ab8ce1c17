import { LIMITS, MOST_THINGS, type SearchSubmit } from '@helptally/core'
import type { ShownResults } from './helpEngine.js'

type Details = Pick<SearchSubmit, 'results' | 'latencyMs' | 'engine' | 'filters'>

/** A day: what took longer was not waited for. */
const LONGEST_MS = 86_400_000

/** What a site says of its search, as an event takes it. What is no number and no text is left out. */
export function searchDetails({ results, latencyMs, engine, filters }: ShownResults): Details {
  const took = whole(latencyMs, LONGEST_MS)
  const named = isText(engine) ? engine.slice(0, LIMITS.engine) : undefined
  const narrowed = (Array.isArray(filters) ? filters.filter(isText) : []).map((one) => one.slice(0, LIMITS.filter))
  return {
    results: whole(results, MOST_THINGS) ?? null,
    ...(took !== undefined && { latencyMs: took }),
    ...(named && { engine: named }),
    ...(narrowed.length > 0 && { filters: narrowed.slice(0, LIMITS.filters) }),
  }
}

function whole(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && value >= 0 ? Math.min(Math.round(value), most) : undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
