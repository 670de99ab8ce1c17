import { CHANNELS, type Channel } from '@helptally/core'
import type { ChannelRow, ChannelsReport, Endings } from '@helptally/server/reports'
import { createElement } from 'react'
import { Channels, type ChannelsProps, type DashboardLocale } from '../src/index.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const DAY_MS = 86_400_000
const NO_ENDINGS: Endings = { open: 0, idle: 0, close: 0, transfer: 0, survey_answered: 0, interrupted: 0 }

/** How sessions of a channel ended, and what was said in them. */
type Told = Partial<Endings> & Partial<Pick<ChannelRow, 'interactions' | 'user_turns'>>

/** A help center with three kinds of conversations; every number of the totals is another. */
export const someChannels: Partial<Readonly<Record<Channel, Told>>> = {
  help: { idle: 1_190, open: 10 },
  web: {
    ...{ idle: 100, close: 60, transfer: 25, survey_answered: 10, interrupted: 3, open: 2 },
    ...{ interactions: 900, user_turns: 420 },
  },
  whatsapp: { idle: 30, transfer: 20, interactions: 260, user_turns: 130 },
  sms: { interrupted: 3, open: 1, interactions: 9, user_turns: 5 },
}

/** Sessions lie on two days, the odd one more on the first. */
export function channelsReport(told = someChannels, changes: Partial<ChannelsReport> = {}): ChannelsReport {
  const { period } = pageView('channels')
  const to = Date.parse(period.to)
  const rows = Object.values(CHANNELS).map(({ channel }) => rowOf(channel, told[channel] ?? {}))
  const sessions = rows.reduce((sum, row) => sum + row.sessions, 0)
  const help = rows[0]!.sessions
  const half = (round: (n: number) => number) =>
    Object.fromEntries(
      rows.filter((row) => round(row.sessions / 2) > 0).map((row) => [row.channel, round(row.sessions / 2)]),
    )
  return {
    definition: { id: 'channels', version: 1, text: 'What the server says a channel is.', metrics: {} },
    site: 'ayuda',
    from: new Date(to - 2 * DAY_MS).toISOString(),
    to: period.to,
    tz: 'UTC',
    synthetic: false,
    interval: 'day',
    rows,
    intervals: [
      { start: new Date(to - 2 * DAY_MS).toISOString(), sessions: half(Math.ceil) },
      { start: new Date(to - DAY_MS).toISOString(), sessions: half(Math.floor) },
    ],
    totals: { sessions, help, conversations: sessions - help },
    ...changes,
  }
}

function rowOf(channel: Channel, { interactions = 0, user_turns = 0, ...endings }: Told): ChannelRow {
  const ended = { ...NO_ENDINGS, ...endings }
  const sessions = Object.values(ended).reduce((sum, n) => sum + n, 0)
  const isHelp = channel === 'help'
  return {
    channel,
    sessions,
    interactions: isHelp ? null : interactions,
    user_turns: isHelp ? null : user_turns,
    ended,
  }
}

/** Nine channels, each with sessions. */
export const everyChannel: Partial<Readonly<Record<Channel, Told>>> = Object.fromEntries(
  Object.keys(CHANNELS).map((channel, i) => [channel, { idle: 7 * (i + 1), interactions: 20, user_turns: 9 }]),
)

export function channels(props: Partial<ChannelsProps> = {}): string {
  return render(
    createElement(Channels, { page: pageView('channels'), report: channelsReport(), before: null, ...props }),
  )
}

/** All channels, by weeks, help alone, and nothing at all. */
export function everyChannels(locale: DashboardLocale): Record<string, string> {
  const page = pageView('channels', { locale, address: { device: 'phone', sort: 'interactions' } })
  return {
    channels: channels({ page, report: channelsReport(everyChannel), before: channelsReport() }),
    channelsByWeek: channels({ page, report: channelsReport(undefined, { interval: 'week', synthetic: true }) }),
    channelsHelpAlone: channels({ page, report: channelsReport({ help: { idle: 40 } }), before: channelsReport({}) }),
    channelsNone: channels({ page, report: channelsReport({}, { intervals: [] }) }),
  }
}
