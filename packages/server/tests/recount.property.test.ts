import { type HelpEvent, recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON } from './helpers/events.js'
import { tabs } from './helpers/tabs.js'
import { tempStore } from './helpers/temp.js'

const NOW = NOON + 3 * 86_400_000
const PERIOD = 'from=2026-03-10&to=2026-03-14'

/** The same events as batches that come in any order, cut anywhere, some of them again. */
const sendings = (events: readonly HelpEvent[]): fc.Arbitrary<HelpEvent[][]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...events], { minLength: events.length }),
      fc.array(fc.subarray([...events], { minLength: 1 }), { maxLength: 3 }),
      fc.integer({ min: 1, max: 8 }),
    )
    .map(([shuffled, again, size]) => [...inBatches(shuffled, size), ...again])

const inBatches = (events: readonly HelpEvent[], size: number): HelpEvent[][] =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, i) => events.slice(i * size, (i + 1) * size))

const scenario = tabs.chain((events) => fc.tuple(fc.constant(events), sendings(events), fc.boolean()))

test('the reports count what a recount of the same events finds, however they were sent', async () => {
  const store = await tempStore()
  await fc.assert(
    fc.asyncProperty(scenario, async ([events, batches, drainsBetween]) => {
      await store.forgetBefore(Number.MAX_SAFE_INTEGER)
      const collector = await collect({ store, now: () => NOW, site: events[0]!.site })
      for (const [i, batch] of batches.entries()) {
        const { body } = await collector.post({ sentAt: NOW, events: batch })
        expect(body).toMatchObject({ received: batch.length, rejected: [] })
        // Either drains; a report folds the facts as well, which takes most of the time of this test.
        if (drainsBetween) await collector.get(i % 8 === 0 ? 'reports/live' : 'health')
      }
      const sessions = recount(events, NOW)
      const { totals } = (await collector.get(`reports/sessions?${PERIOD}`)).body
      expect(totals).toEqual(totalsOf(events, NOW))
      const { rows } = (await collector.get(`reports/live?${PERIOD}&limit=200`)).body
      const listed = rows.map(({ id, articles, searches, last_at }: Listed) => ({ id, articles, searches, last_at }))
      expect(sorted(listed)).toEqual(
        sorted(
          sessions.map(({ id, lastAt, events: inside }) => ({
            id,
            articles: inside.filter((event) => event.name === 'help.article.open').length,
            searches: inside.filter((event) => event.name === 'help.search.submit').length,
            last_at: new Date(lastAt).toISOString(),
          })),
        ),
      )
      expect(collector.lines).toEqual([])
    }),
    // On a slow disk fewer, so that what fails is told before the test is given up.
    { numRuns: 30, interruptAfterTimeLimit: 120_000 },
  )
}, 180_000)

interface Listed {
  readonly id: string
  readonly articles: number
  readonly searches: number
  readonly last_at: string
}

const sorted = (list: readonly Listed[]): Listed[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

/** The totals by the rulebook and by the definition of an orphan, without SQL. */
function totalsOf(events: readonly HelpEvent[], now: number): Record<string, number> {
  const sessions = recount(events, now)
  const of = (entry: string): number => sessions.filter((session) => session.opening.entry === entry).length
  const opens = events.filter((event) => event.name === 'help.article.open')
  const orphans = events
    .filter((event) => event.name === 'help.search.submit')
    .filter(({ sessionId }) => sessionId === null)
    .filter(({ queryId, ts }) => !opens.some((open) => open.queryId === queryId && open.ts <= ts + 30 * MINUTE))
  return {
    sessions: sessions.length,
    article_click: of('article_click'),
    direct_link: of('direct_link'),
    search_enter: of('search_enter'),
    orphan_searches: orphans.length,
  }
}
