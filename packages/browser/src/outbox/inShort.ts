import { eventId, type HelpEvent, type PageEvent, tailOf } from '@helptally/core'
import type { PostedBatch } from '@helptally/core/schema'

type Said = Readonly<Record<string, unknown>>

/**
 * The events as they travel together. What all have in common is said once, and so is what those have that follow each
 * other; times are counted back from `sentAt`, and ids that time and number tell are left out.
 */
export function inShort(
  events: readonly PageEvent[],
  sentAt: number,
): Pick<PostedBatch, 'common' | 'ids' | 'runs'> | null {
  const last = events.at(-1)
  if (!last) return null
  const ids = tailOf(last.id)
  const said = events.map((event) => toSaid(event, sentAt, ids))
  const common = commonOf(said)
  const rest = said.map((one) => without(one, common))
  const starts = rest.flatMap((one, index) => (index > 0 && isLike(rest[index - 1]!, one) ? [] : [index]))
  return { common, ids, runs: starts.map((start, nth) => runOf(rest.slice(start, starts[nth + 1]))) }
}

function toSaid(told: PageEvent, sentAt: number, ids: string): Said {
  // An event of a chat has neither number nor evidence.
  const { id, ts, activeAt, ...event } = told as PageEvent & Partial<HelpEvent>
  return {
    ...(id !== eventId(ts, event.seq!, ids) && { id }),
    '-ts': sentAt - ts,
    ...(typeof activeAt === 'number' ? { '-activeAt': ts - activeAt } : activeAt === null && { activeAt }),
    ...event,
  }
}

function runOf(alike: readonly Said[]): NonNullable<PostedBatch['runs']>[number] {
  const common = commonOf(alike)
  if (alike.length === 1) return { common }
  const fields = Object.keys(without(alike[0]!, common))
  return { common, fields, rows: alike.map((one) => fields.map((name) => one[name])) }
}

function isLike(one: Said, other: Said): boolean {
  return Object.keys(one).join() === Object.keys(other).join()
}

function commonOf([first, ...others]: readonly Said[]): Said {
  const isSame = ([name, value]: [string, unknown]) =>
    others.every((one) => JSON.stringify(one[name]) === JSON.stringify(value))
  return Object.fromEntries(Object.entries(first!).filter(isSame))
}

function without(said: Said, common: Said): Said {
  return Object.fromEntries(Object.entries(said).filter(([name]) => !(name in common)))
}
