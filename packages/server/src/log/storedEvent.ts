import type { Channel, Device, Entry, EventName, Nav, SearchSubmit, Via, VitalName, VoteReason } from '@helptally/core'

/** A site that tries itself out, or a robot. */
export type Label = '' | 'test' | 'bot'

/** One event as it lies in the table `events`. Absent text is '', absent numbers and ids are null. Times are epoch ms. */
export interface StoredEvent {
  readonly event_id: string
  readonly name: EventName
  readonly v: number
  readonly site: string
  readonly channel: Channel
  readonly tab_id: string
  readonly seq: number
  readonly session_id: string | null
  readonly visitor_id: string
  /** When it happened, by the page's clock, as the page said. */
  readonly ts: number
  /** When it happened, by the collector's clock. Reports go by this one. */
  readonly at: number
  readonly received_at: number
  /** The activity before this event, by the page's clock, as the page said. */
  readonly active_at: number | null
  /** The last activity that this event proves, by the collector's clock. */
  readonly last_at: number | null
  readonly page: string
  readonly locale: string
  readonly article_id: string
  readonly article_rev: string
  readonly article_section: string
  readonly article_lang: string
  readonly entry: Entry | ''
  readonly via: Via | ''
  readonly nav: Nav | ''
  readonly previous_id: string | null
  readonly opened_from: string | null
  readonly forked_from: string | null
  readonly query_id: string | null
  readonly query: string
  readonly trigger: SearchSubmit['trigger'] | ''
  /** Of a search, or items of a list of suggestions. */
  readonly results: number | null
  readonly position: number | null
  readonly list_id: string
  readonly algorithm: string
  /** Of the article that was opened. */
  readonly words: number | null
  /** The opening that a reading or a vital is about. */
  readonly open_id: string | null
  readonly engaged_ms: number | null
  readonly scroll: number | null
  readonly latency_ms: number | null
  readonly engine: string
  readonly filters: readonly string[] | null
  readonly comment: string
  readonly method: string
  readonly form_id: string
  readonly offered: readonly string[] | null
  readonly ticket: string
  readonly referrer: string
  /** Why a tab gave proof of activity, or why a reader voted so. */
  readonly cause: 'input' | 'hidden' | VoteReason | ''
  /** Of a vote, or of a web vital. */
  readonly value: number | null
  readonly metric: VitalName | ''
  readonly metric_id: string
  readonly navigation: 'hard' | 'soft' | ''
  /** As the collector reads the user agent, which it does not keep. */
  readonly device: Device | ''
  readonly synthetic: boolean
  /** Read out of an access log, by the import. */
  readonly imported: boolean
  /** Whose doing it is when it is not a reader's. What has a label is kept, and counts in no report but the ledger. */
  readonly label: Label
}

/**
 * One event as it lies in the log. What is absent is left out, and what goes without saying: version 1, the channel
 * `help`, and an `at` that is `ts`.
 */
export type EventLine = Pick<StoredEvent, Always> & {
  readonly [K in Exclude<keyof StoredEvent, Always>]?: StoredEvent[K] | undefined
}

type Always = 'event_id' | 'name' | 'site' | 'tab_id' | 'seq' | 'visitor_id' | 'ts' | 'received_at' | 'page'
