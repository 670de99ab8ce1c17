import { CHANNELS, type Channel, type ChannelRule } from '@helptally/core'
import type { QueryParams, Store } from '../store/store.js'
import { channelIntervalsSql, channelSessionsSql, channelsSql } from './channels.sql.js'
import { headingOf, isoOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { MOST_BEHIND } from './settings.js'
import type { ChannelInterval, ChannelRow, ChannelsReport, Definition, Endings } from './shapes.js'

export const CHANNELS_DEFINITION: Definition & { readonly id: 'channels' } = {
  id: 'channels',
  version: 1,
  text:
    'Sessions of each channel by the interval on which they started, help and conversations side by side; no filter but the site and the period applies. What starts and ends a session ' +
    'stands in the channel table of the rulebook. Interactions are the messages of all sides inside sessions, a question or an answer each; user turns are those of the user. What is ' +
    "written after a transfer belongs to the agent's conversation, and to no session. Events of robots and of tests do not count.",
  metrics: reportMetrics.channels,
}

/** Numbers whose sessions can be asked for: all, and those of each end. */
export const CHANNEL_MEASURES = ['rows', 'open', 'idle', 'close', 'transfer', 'survey_answered', 'interrupted'] as const

type Row = { readonly channel: Channel; readonly synthetic: boolean } & Record<
  'sessions' | 'interactions' | 'user_turns',
  number
> &
  Endings

const NONE = {
  ...{ sessions: 0, interactions: 0, user_turns: 0, synthetic: false },
  ...{ open: 0, idle: 0, close: 0, transfer: 0, survey_answered: 0, interrupted: 0 },
} satisfies Omit<Row, 'channel'>

export async function channelsReport(store: Store, query: ReportQuery, now: number): Promise<ChannelsReport> {
  const { site, period, starts, interval } = query
  const { from, to } = period
  const rules = Object.values(CHANNELS)
  const scope = {
    ...{ site, from, to, now },
    channels: rules.map(({ channel }) => channel),
    idle_ms: rules.map(idleFrom),
  }
  const counted = await store.query<Row>(channelsSql, scope)
  const rows = rules.map(({ channel }) => rowOf(counted.find((row) => row.channel === channel) ?? { channel, ...NONE }))
  const parts = await store.query<Part>(channelIntervalsSql, { site, from, to, starts })
  const help = rows.find(({ channel }) => channel === 'help')!.sessions
  const sessions = rows.reduce((sum, row) => sum + row.sessions, 0)
  return {
    definition: CHANNELS_DEFINITION,
    ...headingOf(query),
    interval,
    synthetic: counted.some(({ synthetic }) => synthetic),
    rows: query.explain === '' ? rows : await withSessions(store, { ...scope, explain: query.explain }, rows),
    intervals: intervalsOf(starts, parts),
    totals: { sessions, help, conversations: sessions - help },
  }
}

async function withSessions(store: Store, scope: QueryParams, rows: readonly ChannelRow[]): Promise<ChannelRow[]> {
  const behind = await store.query<{ channel: Channel; sessions: string[] }>(channelSessionsSql, {
    ...scope,
    most: MOST_BEHIND,
  })
  const sessionsOf = new Map(behind.map(({ channel, sessions }) => [channel, sessions]))
  return rows.map((row) => ({ ...row, sessions_behind: sessionsOf.get(row.channel) ?? [] }))
}

/** The shortest silence that ends a session, ms. */
const idleFrom = ({ idleMs, idleEnds }: ChannelRule): number => (idleEnds === 'reached' ? idleMs : idleMs + 1)

function rowOf(row: Row): ChannelRow {
  const { channel, sessions, interactions, user_turns, open, idle, close, transfer, survey_answered, interrupted } = row
  const isHelp = channel === 'help'
  return {
    channel,
    sessions,
    interactions: isHelp ? null : interactions,
    user_turns: isHelp ? null : user_turns,
    ended: { open, idle, close, transfer, survey_answered, interrupted },
  }
}

interface Part {
  readonly start: number
  readonly channel: Channel
  readonly sessions: number
}

function intervalsOf(starts: readonly number[], parts: readonly Part[]): ChannelInterval[] {
  const byStart = Map.groupBy(parts, ({ start }) => start)
  return starts.map((start) => ({
    start: isoOf(start),
    sessions: Object.fromEntries((byStart.get(start) ?? []).map(({ channel, sessions }) => [channel, sessions])),
  }))
}
