import { CHANNELS, type HelpEvent, recount } from '@helptally/core'
import { parseRules } from '@helptally/core/schema'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type RecountAsked, type RecountProgress, recountLog } from '../src/recount/recountLog.js'
import { totalsOf } from '../src/recount/totals.js'
import { collect } from './helpers/collect.js'
import { NOON } from './helpers/events.js'
import { withLies } from './helpers/lies.js'
import { tabs } from './helpers/tabs.js'
import { tempStore } from './helpers/temp.js'

const DAY = 86_400_000
const NOW = NOON + 3 * DAY
const MIDNIGHT = NOON - DAY / 2
const PERIOD = { from: MIDNIGHT, to: MIDNIGHT + 4 * DAY, starts: [0, 1, 2, 3].map((day) => MIDNIGHT + day * DAY) }
const ONE_AND_FIFTY = [1, 3, 50_000]

/** What pages would send, and then some of it claimed otherwise. */
const claimed = tabs.chain(withLies)

const idleOf = (minutes: number): NonNullable<RecountAsked['rules']> => {
  const parsed = parseRules({ help: { idleMs: minutes * 60_000 } })
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.rules
}

/** Sessions by the day on which they started. */
const byDay = (starts: readonly number[]): number[] =>
  PERIOD.starts.map((start) => starts.filter((at) => at >= start && at < start + DAY).length)

test('a recount of the log finds what the rulebook finds in the events, however they lie', async () => {
  const store = await tempStore()
  const cases = fc.tuple(claimed, fc.constantFrom(...ONE_AND_FIFTY), fc.integer({ min: 1, max: 15 }))
  await fc.assert(
    fc.asyncProperty(cases, async ([events, eventsAtATime, minutes]) => {
      await store.forgetBefore(Number.MAX_SAFE_INTEGER)
      const site = events[0]!.site
      const collector = await collect({ store, now: () => NOW, site })
      await collector.post({ sentAt: NOW, events })
      const rules = idleOf(minutes)
      const asked = { site, ...PERIOD, rules }
      const reached: RecountProgress[] = []
      const onProgress = (progress: RecountProgress) => void reached.push(structuredClone(progress))
      const found = await recountLog(store, asked, { eventsAtATime, onProgress })
      const from = reached[Math.floor(reached.length / 2)]!
      expect(await recountLog(store, asked, { from })).toEqual(found)

      const sessions = recount(events, NOW)
      expect(found.days.map((day) => day.found)).toEqual(byDay(sessions.map(({ startedAt }) => startedAt)))
      const started = events.filter(({ name, id, sessionId }) => name === 'help.article.open' && id === sessionId)
      expect(found.days.map((day) => day.claimed)).toEqual(byDay(started.map(({ ts }) => ts)))
      expect(found.rollUp).toEqual([])

      // Tabs that opened nothing are not read: a claim in them counts nowhere.
      const opened = new Set(events.filter(({ name }) => name === 'help.article.open').map(({ tabId }) => tabId))
      const foundOf = new Map(sessions.flatMap(({ id, events: inside }) => inside.map((event) => [event.id, id])))
      const wrong = events.filter(
        ({ id, sessionId, tabId }) => opened.has(tabId) && (foundOf.get(id) ?? null) !== sessionId,
      )
      expect(found.named.map(({ eventId }) => eventId).sort()).toEqual(wrong.map(({ id }) => id).sort())

      const { found: spec, merged, split } = totalsOf(found)
      expect(spec - merged + split).toBe(sessionsByIdle(events, minutes))
    }),
    { numRuns: 60, interruptAfterTimeLimit: 120_000 },
  )
}, 180_000)

/** Sessions of another idle time, told from the evidence alone: an opening with no activity for so long before it. */
function sessionsByIdle(events: readonly HelpEvent[], minutes: number): number {
  const ofTab = Map.groupBy(events, ({ tabId }) => tabId)
  let sessions = 0
  for (const tab of ofTab.values()) {
    let activeUntil = Number.NEGATIVE_INFINITY
    for (const event of tab.toSorted((a, b) => a.seq - b.seq)) {
      // Activity after the end keeps nothing.
      if (event.activeAt !== null && event.activeAt < activeUntil) {
        activeUntil = Math.max(activeUntil, event.activeAt + minutes * 60_000)
      }
      const lives = event.ts < activeUntil
      if (event.name === 'help.article.open' && !lives) sessions++
      if (event.name === 'help.article.open' || (lives && isActivity(event))) {
        activeUntil = Math.max(activeUntil, event.ts + minutes * 60_000)
      }
    }
  }
  return sessions
}

const isActivity = (event: HelpEvent): boolean =>
  event.name === 'help.feedback.vote' ||
  (event.name === 'help.search.submit' && event.trigger !== 'leave') ||
  (event.name === 'help.article.progress' && event.cause === 'input')

test('the idle time of the help channel is what the oracle of this file was written for', () => {
  expect(CHANNELS.help).toMatchObject({ idleMs: 300_000, idleEnds: 'reached' })
})
