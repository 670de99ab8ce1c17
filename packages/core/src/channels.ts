/**
 * The rules of DESIGN 2 as data. Nothing else in the code base knows a timeout.
 * Bump {@link RULE_VERSION} with every change that can move a count.
 */
export const RULE_VERSION = 1

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A survey counts as answered when the answer comes less than this long after it was sent. */
export const SURVEY_ANSWER_MS: number = 24 * HOUR_MS

export type Channel =
  | 'help'
  | 'web'
  | 'messaging_api'
  | 'facebook'
  | 'whatsapp'
  | 'instagram'
  | 'telegram'
  | 'twitter'
  | 'sms'

/** What can end a session before it is idle. */
export type EarlyEnd = 'close' | 'transfer' | 'survey_answered' | 'interrupted'

export type EndReason = 'idle' | EarlyEnd

export interface ChannelRule {
  readonly channel: Channel
  /** What one session lives in: a browser tab, or a conversation. */
  readonly thread: 'tab' | 'conversation'
  readonly startsOn: 'entry' | 'message'
  readonly idleMs: number
  /** `reached`: a gap of exactly `idleMs` ends the session. `exceeded`: it still lives. */
  readonly idleEnds: 'reached' | 'exceeded'
  readonly idleFrom: 'activity' | 'user_message' | 'interaction'
  readonly endsEarlyOn: readonly EarlyEnd[]
}

export const help: ChannelRule = {
  channel: 'help',
  thread: 'tab',
  startsOn: 'entry',
  idleMs: 5 * MINUTE_MS,
  idleEnds: 'reached',
  idleFrom: 'activity',
  endsEarlyOn: [],
}

const web: ChannelRule = {
  channel: 'web',
  thread: 'conversation',
  startsOn: 'message',
  idleMs: 5 * MINUTE_MS,
  idleEnds: 'exceeded',
  idleFrom: 'user_message',
  endsEarlyOn: ['close', 'transfer', 'survey_answered', 'interrupted'],
}

const messagingApi: ChannelRule = {
  channel: 'messaging_api',
  thread: 'conversation',
  startsOn: 'message',
  idleMs: 5 * MINUTE_MS,
  idleEnds: 'reached',
  idleFrom: 'interaction',
  endsEarlyOn: ['transfer', 'survey_answered', 'interrupted'],
}

const social = (channel: Channel): ChannelRule => ({ ...messagingApi, channel, idleMs: 24 * HOUR_MS })

export const CHANNELS: Readonly<Record<Channel, ChannelRule>> = {
  help,
  web,
  messaging_api: messagingApi,
  facebook: social('facebook'),
  whatsapp: social('whatsapp'),
  instagram: social('instagram'),
  telegram: social('telegram'),
  twitter: social('twitter'),
  sms: social('sms'),
}
