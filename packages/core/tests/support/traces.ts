import fc, { type Arbitrary } from 'fast-check'
import { at } from './clock.js'

export interface Act<Kind extends string> {
  /** Epoch ms. */
  readonly at: number
  readonly act: Kind
}

/** A pause (ms), then an act. */
export type Step<Kind extends string> = readonly [pause: number, act: Kind]

/** What happened in one thread, in order of time, with pauses at the edges (ms) and between them. */
export function trace<const Kind extends string>(
  kinds: readonly Kind[],
  edges: readonly number[],
): Arbitrary<Act<Kind>[]> {
  return fc.array(step(kinds, edges), { maxLength: 25 }).map(timeline)
}

/** Pauses of every kind, most of them at the edge of one of `edges` (ms). */
export function step<const Kind extends string>(
  kinds: readonly Kind[],
  edges: readonly number[],
): Arbitrary<Step<Kind>> {
  const atTheEdge = edges.flatMap((edge) => [edge - 1, edge, edge + 1])
  const longest = Math.max(...edges)
  const pause = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...atTheEdge) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 2_000 }) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: longest }) },
    { weight: 1, arbitrary: fc.integer({ min: longest, max: 10 * longest }) },
  )
  return fc.tuple(pause, fc.constantFrom(...kinds))
}

export function timeline<Kind extends string>(steps: readonly Step<Kind>[]): Act<Kind>[] {
  let now = at('0:00')
  return steps.map(([pause, act]) => {
    now += pause
    return { at: now, act }
  })
}
