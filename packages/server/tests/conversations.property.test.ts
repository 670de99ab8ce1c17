import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { collect } from './helpers/collect.js'
import { SITE } from './helpers/events.js'
import { type Happening, SAID, scenario, TALKED } from './helpers/talks.js'
import { tempStore } from './helpers/temp.js'

const DAY = 86_400_000
const KEY = 'a-server-key'
/** The sessions of a conversation by the specification's own words: how they end, and how much was said. */
function sessionsOf(channel: string, talk: readonly Happening[]): { reason: string; said: number; byUser: number }[] {
  const isWeb = channel === 'web'
  const idleMs = isWeb || channel === 'messaging_api' ? 300_000 : DAY
  const isOver = (silence: number) => (isWeb ? silence > idleMs : silence >= idleMs)
  const sessions: { reason: string; said: number; byUser: number }[] = []
  let open: { reason: string; said: number; byUser: number } | null = null
  let quietSince = 0
  let surveyedAt = Number.NEGATIVE_INFINITY
  let agentSince: number | null = null
  for (const { at, act } of talk) {
    if (open && isOver(at - quietSince)) {
      open.reason = 'idle'
      open = null
    }
    if (agentSince !== null && at - agentSince >= DAY) agentSince = null
    if (act === 'close') agentSince = null
    const isSaid = (SAID as readonly string[]).includes(act)
    if (isSaid && agentSince !== null) {
      agentSince = at
      continue
    }
    if (isSaid && !open) {
      open = { reason: '', said: 0, byUser: 0 }
      sessions.push(open)
      quietSince = at
    }
    if (isSaid && open) {
      open.said++
      if (act === 'user') open.byUser++
      if (act === 'user' || !isWeb) quietSince = at
    }
    if (act === 'survey_sent') surveyedAt = at
    const ends =
      (act === 'close' && isWeb) ||
      act === 'transfer' ||
      act === 'interrupted' ||
      (act === 'survey_answered' && at - surveyedAt < DAY)
    if (ends && open) {
      open.reason = act
      open = null
    }
    if (act === 'transfer') agentSince = at
  }
  if (open && isOver(TALKED - quietSince)) open.reason = 'idle'
  return sessions
}

test('the report of channels counts what the specification says, however the facts come', async () => {
  const store = await tempStore()
  await fc.assert(
    fc.asyncProperty(scenario, async ([all, facts, again, size]) => {
      await store.forgetBefore(Number.MAX_SAFE_INTEGER)
      const collector = await collect({ store, site: SITE, serverKey: KEY, now: () => TALKED })
      const tell = (some: readonly unknown[]) =>
        collector.send('POST', 'conversations', {
          body: JSON.stringify({ facts: some }),
          headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
        })
      for (let i = 0; i < facts.length; i += size) {
        await tell(facts.slice(i, i + size))
        if (i % 3 === 0) await collector.get('health')
      }
      if (again.length > 0) await tell(again)
      const { rows } = (await collector.get('reports/channels?from=2026-03-10&to=2026-03-18')).body
      for (const row of rows.slice(1)) {
        const sessions = all.filter(([channel]) => channel === row.channel).flatMap(([c, talk]) => sessionsOf(c, talk))
        const sum = (key: 'said' | 'byUser') => sessions.reduce((total, session) => total + session[key], 0)
        const endings = Object.entries(row.ended as Record<string, number>).filter(([, n]) => n > 0)
        const found = Map.groupBy(sessions, ({ reason }) => reason || 'open')
        expect({ ...row, ended: Object.fromEntries(endings) }).toEqual({
          channel: row.channel,
          sessions: sessions.length,
          interactions: sum('said'),
          user_turns: sum('byUser'),
          ended: Object.fromEntries([...found].map(([reason, of]) => [reason, of.length])),
        })
      }
      expect(collector.lines).toEqual([])
    }),
    { numRuns: 40, interruptAfterTimeLimit: 120_000 },
  )
}, 180_000)
