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

/** A row of a feed. What else it says is not kept. */
export interface TicketRow {
  /** <= 64 characters. Of a ticket that comes again the last row counts. */
  readonly ticket: string | number
  /** When it was filed: an ISO instant with its offset, or epoch ms. */
  readonly at: string | number
  /** The UUID of the visitor who filed it. Without it, `ref` is needed. */
  readonly visitor?: string
  /** The `ticket` that the page told when it was sent (`help.contact.submit`), <= 64 characters. */
  readonly ref?: string
  /** <= 64 characters. */
  readonly channel?: string
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
