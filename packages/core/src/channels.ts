/**
 * The version of the rules below, which are data: nothing else in the code base knows a timeout. It grows with every
 * change that can move a count.
 */
export const RULE_VERSION = 2

const FIVE_MINUTES_MS = 300_000
const HALF_HOUR_MS = 1_800_000
const DAY_MS = 86_400_000

/** A survey counts as answered when the answer comes less than this long after it was sent. */
export const SURVEY_ANSWER_MS: number = DAY_MS

/** What is written after a transfer belongs to the agent's conversation until so long goes by without a message. */
export const AGENT_REST_MS: number = DAY_MS

/** Where people are helped: the help center, a chat, a messaging platform. */
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

/** Why a session ended. */
export type EndReason = 'idle' | EarlyEnd

/** What starts and what ends a session on one channel. */
export interface ChannelRule {
  readonly channel: Channel
  /** What one session lives in: a browser tab, or a conversation. */
  readonly thread: 'tab' | 'conversation'
  /** An entry: an article is opened. A message: the first one of a conversation. */
  readonly startsOn: 'entry' | 'message'
  /** How long nothing may come that counts, ms. */
  readonly idleMs: number
  /** `reached`: a gap of exactly `idleMs` ends the session. `exceeded`: it still lives. */
  readonly idleEnds: 'reached' | 'exceeded'
  /**
   * From what the idle time counts: the last activity in the tab, the last message of the user, the last one of
   * anybody.
   */
  readonly idleFrom: 'activity' | 'user_message' | 'interaction'
  /** What ends a session before it is idle. */
  readonly endsEarlyOn: readonly EarlyEnd[]
}

/** The rule of the help center. */
export const help: ChannelRule & { readonly endsEarlyOn: readonly [] } = {
  channel: 'help',
  thread: 'tab',
  startsOn: 'entry',
  idleMs: FIVE_MINUTES_MS,
  idleEnds: 'reached',
  idleFrom: 'activity',
  endsEarlyOn: [],
}

const web: ChannelRule = {
  channel: 'web',
  thread: 'conversation',
  startsOn: 'message',
  idleMs: FIVE_MINUTES_MS,
  idleEnds: 'exceeded',
  idleFrom: 'user_message',
  endsEarlyOn: ['close', 'transfer', 'survey_answered', 'interrupted'],
}

const messagingApi: ChannelRule = {
  channel: 'messaging_api',
  thread: 'conversation',
  startsOn: 'message',
  idleMs: FIVE_MINUTES_MS,
  idleEnds: 'reached',
  idleFrom: 'interaction',
  endsEarlyOn: ['transfer', 'survey_answered', 'interrupted'],
}

const social = (channel: Channel): ChannelRule => ({ ...messagingApi, channel, idleMs: DAY_MS })

/** The rules, by channel. */
// What is not marked as pure, or computed, a bundler keeps in every page.
export const CHANNELS: Readonly<Record<Channel, ChannelRule>> = {
  help,
  web,
  messaging_api: messagingApi,
  facebook: /* @__PURE__ */ social('facebook'),
  whatsapp: /* @__PURE__ */ social('whatsapp'),
  instagram: /* @__PURE__ */ social('instagram'),
  telegram: /* @__PURE__ */ social('telegram'),
  twitter: /* @__PURE__ */ social('twitter'),
  sms: /* @__PURE__ */ social('sms'),
}

/** A rule that other tools count by. It is a view of what happened, and never a count of Helptally. */
export interface VisitRule {
  readonly thread: 'visitor'
  /** Any page is an activity, and opens a visit where none goes on. */
  readonly startsOn: 'page_view'
  /** How long after a page the next one still belongs to the visit, ms. */
  readonly idleMs: number
  readonly idleEnds: 'reached' | 'exceeded'
  readonly idleFrom: 'page_view'
}

/**
 * The half hour of web analytics, so that its numbers can be held against ours. Google Analytics 4 ends a session after
 * 30 minutes without activity, at no midnight: https://support.google.com/analytics/answer/12798876. Matomo opens a
 * visit for what comes more than 30 minutes later, after midnight, or by another campaign:
 * https://matomo.org/faq/general/faq_36/. Both can be set otherwise, and know activities that are no page view.
 */
export const webAnalytics: VisitRule = {
  thread: 'visitor',
  startsOn: 'page_view',
  idleMs: HALF_HOUR_MS,
  idleEnds: 'reached',
  idleFrom: 'page_view',
}
