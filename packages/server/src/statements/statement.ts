import type { LedgerCounts, SessionCounts } from '../reports/shapes.js'

export const STATEMENT_VERSION = 1

/** What is counted of a day, or of all of them. */
export interface StatementCounts {
  /** Of help, as the report `sessions` counts them. */
  readonly sessions: SessionCounts
  /** Sessions of each channel, as the report `channels` counts them; channels without one are left out. */
  readonly channels: Readonly<Record<string, number>>
  readonly orphan_searches: number
  /** What became of the events that were received on that day, as the report `ledger` has it. */
  readonly received: LedgerCounts
  readonly events: EventCounts
}

/** Events that happened on a day. All of them are in its hash. */
export interface EventCounts {
  readonly stored: number
  /** Of those stored: sent by a robot, and so in no other count. */
  readonly bot: number
  /** Of those stored: sent by a site that tries itself out, and so in no other count. */
  readonly test: number
  /** Of those stored: made by the command `seed`. They are counted. */
  readonly synthetic: number
  /** Of those stored: read out of an access log. They are counted. */
  readonly imported: number
}

export interface StatementDay extends StatementCounts {
  /** In the statement's time zone. */
  readonly date: string
  /** ISO instants, half-open. */
  readonly from: string
  readonly to: string
  /** SHA-256, in hex, of the hashes of the day's events, in the order of their ids. */
  readonly events_sha256: string
  /** The `hash` of the day before; null for the first. */
  readonly previous: string | null
  /** SHA-256, in hex, of all of the above as canonical JSON. */
  readonly hash: string
}

/** What is signed: all of it but `signature`, as canonical JSON. */
export interface Statement {
  readonly helptally: 'statement'
  readonly version: number
  readonly site: string
  /** Dates, half-open. */
  readonly from: string
  readonly to: string
  readonly tz: string
  /** ISO instant, by the clock of who made it. */
  readonly made_at: string
  readonly by: MadeBy
  readonly store: {
    /** When the last event of any kind was received, ISO instant; null when there was none. What comes later is late. */
    readonly latest_received_at: string | null
  }
  readonly days: readonly StatementDay[]
  readonly totals: StatementCounts
  /** The list of events beside it, by which `helptally verify` names them. */
  readonly manifest: { readonly file: string; readonly events: number; readonly sha256: string }
  readonly key: StatementKey
  /** Ed25519, base64. */
  readonly signature: string
}

/** By which rules. */
export interface MadeBy {
  /** Of @helptally/server. */
  readonly software: string
  /** Of the rulebook, `RULE_VERSION`. */
  readonly rules: number
  /** Of the reports that count. */
  readonly definitions: Readonly<Record<'sessions' | 'channels' | 'ledger', number>>
  /** How an event is written before it is hashed. */
  readonly canonical_form: number
}

export interface StatementKey {
  /** The first half of the SHA-256 of the public key (SPKI, DER), in hex. */
  readonly id: string
  /** SPKI, DER, base64. */
  readonly public: string
}
