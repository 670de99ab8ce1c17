/** A request for help as another system filed it: all that is kept of it. */
export interface Ticket {
  /** What it is known by there. */
  readonly ticket: string
  /** When it was filed, epoch ms. */
  readonly at: number
  /** The visitor who filed it, '' where only `ref` says. */
  readonly visitor: string
  /** The `ticket` that the page told when it was sent (`help.contact.submit`); '' for none. */
  readonly ref: string
  /** '' where nobody says. */
  readonly channel: string
}

/** Why a row was not taken. */
export interface RefusedTicket {
  /** Counted from 1. */
  readonly row: number
  /** As far as it is readable. */
  readonly ticket: string | null
  readonly reason: string
}

/** What became of a feed, once it is durable. */
export interface TicketReceipt {
  /** Rows in the body. */
  readonly received: number
  readonly refused: readonly RefusedTicket[]
}
