import type { HelpEvent } from '@helptally/core'
import { expect } from '@jest/globals'
import fc from 'fast-check'
import type { GapChange } from '../../src/gapWork/gapWork.js'
import type { ReportName, Reports } from '../../src/reports/shapes.js'
import type { Ticket } from '../../src/tickets/ticket.js'
import { collect } from './collect.js'
import { SITE } from './events.js'
import { END, readers } from './readers.js'
import { tempStore } from './temp.js'

/** Days of Madrid; the second has 23 hours. */
const DAYS = ['2026-03-28T00:00+01:00', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', '2026-04-02T00:00+02:00']
/** Later than all that happened. */
export const NOW: number = END + 60_000

type Check<N extends ReportName> = (
  report: Reports[N],
  events: readonly HelpEvent[],
  within: { readonly from: number; readonly to: number },
  /** The same report, with these parameters as well. */
  read: (params: string) => Promise<Reports[N]>,
) => void | Promise<void>

/** What a help desk tells after all that was done. */
type Tickets = (events: readonly HelpEvent[]) => readonly Partial<Ticket>[]

/** Random readers, sent in any order, some of it twice and some of it late, against what the definition says. */
export async function checkReport<N extends ReportName>(
  name: N,
  check: Check<N>,
  {
    params = '',
    limit = 200,
    numRuns = Number(process.env.REPORT_RUNS ?? 10),
    tickets = () => [],
    now = () => NOW,
    gaps = [],
  }: {
    readonly params?: string
    readonly limit?: number
    readonly numRuns?: number
    readonly tickets?: Tickets
    /** When all is sent and asked for. Default: later than all that could happen. */
    readonly now?: (events: readonly HelpEvent[]) => number
    /** What editors did to the gaps before. */
    readonly gaps?: readonly GapChange[]
  } = {},
): Promise<void> {
  const store = await tempStore()
  for (const change of gaps) await store.changeGaps({ site: SITE, at: END, by: '', change })
  await fc.assert(
    fc.asyncProperty(readers.chain(sent), fc.nat(1), fc.nat(2), async ({ events, batches }, since, until) => {
      await store.forgetBefore(Number.MAX_SAFE_INTEGER)
      const at = now(events)
      const collector = await collect({ store, now: () => at, site: SITE })
      const days = [DAYS[since]!, DAYS[Math.min(since + 1 + until, DAYS.length - 1)]!]
      const [from, to] = days.map((day) => day.slice(0, 10))
      const path = `reports/${name}?from=${from}&to=${to}&tz=Europe/Madrid&limit=${limit}${params}`
      for (const [i, batch] of batches.entries()) {
        const { body } = await collector.post({ sentAt: at, events: batch })
        expect(body).toMatchObject({ rejected: [] })
        // Facts that were folded before must not stay as they were.
        if (i % 2 === 0) await collector.get(path)
      }
      const feed = JSON.stringify(tickets(events))
      const headers = { 'content-type': 'application/json' }
      expect(await collector.send('POST', 'tickets', { body: feed, headers })).toMatchObject({ body: { refused: [] } })
      const { status, body } = await collector.get(path)
      expect(status).toBe(200)
      const [first, last] = days.map((day) => Date.parse(day)) as [number, number]
      expect([Date.parse(body.from), Date.parse(body.to)]).toEqual([first, last])
      await check(body, events, { from: first, to: last }, async (more) => (await collector.get(path + more)).body)
      expect(collector.lines).toEqual([])
    }),
    // So that what fails is told before the test is given up.
    { numRuns, interruptAfterTimeLimit: 120_000 },
  )
}

const sent = (events: readonly HelpEvent[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...events], { minLength: events.length }),
      fc.array(fc.subarray([...events], { minLength: 1 }), { maxLength: 2 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([shuffled, again, parts]) => ({
      events,
      batches: [...inBatches(shuffled, Math.ceil(events.length / parts)), ...again].flatMap((b) => inBatches(b, 100)),
    }))

const inBatches = (events: readonly HelpEvent[], size: number): HelpEvent[][] =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, i) => events.slice(i * size, (i + 1) * size))

/** Whatever a sum's order may change. */
export function nearly<T>(value: T): T {
  if (typeof value === 'number' && !Number.isInteger(value)) return expect.closeTo(value, 9) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(nearly) as T
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, nearly(each)])) as T
}
