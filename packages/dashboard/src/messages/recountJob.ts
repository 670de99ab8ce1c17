import type { RecountDifference } from '@helptally/server/reports'
import type { DashboardLocale } from '../locale.js'

/** What is said of a recount, and of what it found. */
export interface RecountJobWords {
  readonly equal: (sessions: string, events: string) => string
  readonly differ: (claimed: string, found: string) => string
  readonly differences: string
  readonly difference: string
  readonly cause: string
  readonly event: string
  readonly at: string
  readonly kindOf: Readonly<Record<RecountDifference['kind'], string>>
  readonly causeOf: Readonly<Record<RecountDifference['cause'], string>>
  readonly rollUp: (n: string) => string
  readonly first: (shown: string, all: string) => string
  readonly session: string
}

export const recountJobWords: Readonly<Record<DashboardLocale, RecountJobWords>> = {
  en: {
    equal: (sessions, events) =>
      `Equal: the log, the pages and the reports agree on ${sessions} sessions, event by event (${events} events).`,
    differ: (claimed, found) => `They differ: ${claimed} sessions were counted, the rules find ${found}.`,
    differences: 'Where they differ',
    difference: 'Difference',
    cause: 'Why',
    event: 'Event',
    at: 'When',
    kindOf: {
      not_claimed: 'A session that was not counted',
      not_found: 'Counted, and no session',
      elsewhere: 'In another session, which changes no count',
    },
    causeOf: {
      late_event: 'Events before it are missing, or came late',
      clock_corrected: 'The clock of the page was off, or was set',
      claim_wrong: 'The claim is wrong: its own evidence does not bear it out',
    },
    rollUp: (n) => `The reports count other sessions than the pages claimed, ${n} of them.`,
    first: (shown, all) => `The first ${shown} of ${all}.`,
    session: 'Its session',
  },
  es: {
    equal: (sessions, events) =>
      `Iguales: el registro, las páginas y los informes coinciden en ${sessions} sesiones, evento por evento (${events} eventos).`,
    differ: (claimed, found) => `Difieren: se contaron ${claimed} sesiones y las reglas encuentran ${found}.`,
    differences: 'En qué difieren',
    difference: 'Diferencia',
    cause: 'Por qué',
    event: 'Evento',
    at: 'Cuándo',
    kindOf: {
      not_claimed: 'Una sesión que no se contó',
      not_found: 'Contada, y no es una sesión',
      elsewhere: 'En otra sesión, lo que no cambia ninguna cuenta',
    },
    causeOf: {
      late_event: 'Faltan eventos anteriores, o llegaron tarde',
      clock_corrected: 'El reloj de la página iba mal, o se cambió',
      claim_wrong: 'Lo que dijo la página es falso: sus propias pruebas no lo sostienen',
    },
    rollUp: (n) => `Los informes cuentan otras sesiones que las que dijeron las páginas: ${n}.`,
    first: (shown, all) => `Las primeras ${shown} de ${all}.`,
    session: 'Su sesión',
  },
}
