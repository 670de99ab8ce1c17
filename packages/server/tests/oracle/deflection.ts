import type { HelpEvent } from '@helptally/core'
import type { DeflectionCounts, DeflectionReport } from '../../src/reports/shapes.js'
import type { Ticket } from '../../src/tickets/ticket.js'
import type { Within } from './articles.js'
import { openingsOf } from './openings.js'
import { type Visit, visitsOf } from './sessions.js'
import { isContact, type Named } from './tabs.js'

type Start = Named<'help.contact.start'>

const DAY = 86_400_000
const share = (part: number, n: number) => ({ rate: n === 0 ? null : part / n, n })

/** The rows of the report, in no order, and all forms together. */
export function formsBy(events: readonly HelpEvent[], { from, to }: Within) {
  const openings = openingsOf(events)
  const starts = new Map(visitsOf(events).map(({ opening }) => [opening.id, opening.ts]))
  const startOf = (event: HelpEvent) => starts.get(event.sessionId!) ?? event.ts
  const visits = visitsOf(events).filter(({ opening }) => opening.ts >= from && opening.ts < to)
  const startsOf = ({ events: own }: Visit) =>
    own.filter((event): event is Start => event.name === 'help.contact.start')
  const countsOf = (starts: readonly (readonly [Visit, Start])[]): DeflectionCounts => {
    const sessions = new Set(starts.map(([visit]) => visit))
    const led = new Set(starts.filter(([visit, start]) => hasOpened(visit, start)).map(([visit]) => visit))
    return {
      sessions: sessions.size,
      opened: led.size,
      submitted: [...sessions].filter(({ isContacted }) => isContacted).length,
      deflected: share([...led].filter(({ isContacted }) => !isContacted).length, sessions.size),
    }
  }
  const hasOpened = (visit: Visit, start: Start) =>
    visit.events
      .filter((event) => event.name === 'help.contact.offer' && event.formId === start.formId)
      .some((offer) =>
        openings.some(({ event }) => {
          if (!(offer as Named<'help.contact.offer'>).offered.includes(event.article.id)) return false
          if (event.sessionId === visit.opening.id) return event.seq > start.seq && event.seq > offer.seq
          if (Math.abs(startOf(event) - visit.opening.ts) > DAY) return false
          return event.openedFrom === visit.opening.id && event.ts >= start.ts && event.ts >= offer.ts
        }),
      )
  const all = visits.flatMap((visit) => startsOf(visit).map((start) => [visit, start] as const))
  const rows = [...Map.groupBy(all, ([, { formId = '' }]) => formId)].map(([form, own]) => ({
    method: 'form',
    form,
    ...countsOf(own),
  }))
  return { rows, totals: countsOf(all) }
}

type Filed = Pick<Ticket, 'ticket' | 'at'> & Partial<Ticket>

/** Who filed a ticket, by what it says itself, or by what a page was told. */
function whoFiled({ visitor, ref }: Filed, events: readonly HelpEvent[]): string[] {
  if (visitor) return [visitor]
  const told = events.filter(isContact).filter((event) => event.name === 'help.contact.submit')
  return told.filter(({ ticket }) => ref && ticket === ref).map(({ visitorId }) => visitorId)
}

export function ticketsBy(
  events: readonly HelpEvent[],
  tickets: readonly Filed[],
  { from, to, now, hours }: Within & { readonly now: number; readonly hours: number },
): Pick<DeflectionReport, 'tickets' | 'self_service'> {
  if (tickets.length === 0) return { tickets: null, self_service: null }
  const visits = visitsOf(events).filter(({ opening }) => opening.ts >= from && opening.ts < to)
  const filed = tickets.flatMap((ticket) => whoFiled(ticket, events).map((who) => ({ who, at: ticket.at })))
  const endOf = ({ opening, durationMs }: Visit) => opening.ts + durationMs + hours * 3_600_000
  const asked = visits.filter((visit) =>
    filed.some(({ who, at }) => who === visit.opening.visitorId && at >= visit.opening.ts && at <= endOf(visit)),
  )
  const others = visits.filter((visit) => !asked.includes(visit))
  const confirmed = others.filter(({ endedWell, isContacted }) => endedWell && !isContacted)
  const inPeriod = tickets.filter(({ at }) => at >= from && at < to)
  const users = new Set(
    inPeriod.flatMap((ticket) => {
      const who = whoFiled(ticket, events)
      return who.length > 0 ? who : [`nobody ${ticket.ticket}`]
    }),
  ).size
  const n = visits.length
  return {
    tickets: {
      confirmed: share(confirmed.length, n),
      potential: share(others.length, n),
      none: share(asked.length, n),
      provisional: others.filter((visit) => endOf(visit) >= now).length,
    },
    self_service: { sessions: n, users, score: users === 0 ? null : n / users },
  }
}
