import type { Rate } from './rates.js'
import type { Report } from './shapes.js'

/** Sessions that started to ask. */
export interface DeflectionCounts {
  /** Those that started the form. */
  readonly sessions: number
  /** Those that opened an article afterwards that the form had offered. */
  readonly opened: number
  /** Those that sent a contact of any kind. */
  readonly submitted: number
  /** Those that opened one and sent none. */
  readonly deflected: Rate
}

/** One method of contact and one form. */
export interface DeflectionRow extends DeflectionCounts {
  /** `form`, `mail`, `chat`: the site's own word. */
  readonly method: string
  /** '' where the site names none. */
  readonly form: string
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions_behind?: readonly string[]
}

/** Sessions by the tickets that followed. `potential` and `none` sum to 1; `confirmed` is part of `potential`. */
export interface TicketDeflection {
  /** The last step was a good one, and no ticket followed: the figure to go by. */
  readonly confirmed: Rate
  /** No ticket followed: an upper bound. */
  readonly potential: Rate
  /** A ticket followed. */
  readonly none: Rate
  /** Of the potential, sessions after which a ticket may still come within the window. */
  readonly provisional: number
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions_behind?: readonly string[]
}

/** Sessions for each visitor who filed a ticket. */
export interface SelfService {
  /** Of the channel help. */
  readonly sessions: number
  /** Who filed tickets in the period. */
  readonly users: number
  /** Sessions for each of them; null when nobody filed any. */
  readonly score: number | null
}

/** Who was about to ask, and did not. */
export interface DeflectionReport extends Report<'deflection'> {
  /** One row a form. */
  readonly rows: readonly DeflectionRow[]
  readonly totals: DeflectionCounts
  /** How long after a session a ticket is put down to it, hours. */
  readonly window_hours: number
  /** null where no help desk tells its tickets. */
  readonly tickets: TicketDeflection | null
  /** null without tickets, and with a filter: nobody knows which tickets it would choose. */
  readonly self_service: SelfService | null
}
