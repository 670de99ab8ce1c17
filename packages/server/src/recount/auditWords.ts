import type { LetterLocale } from '../letters/letter.js'
import type { Fault } from './auditLog.js'

/** Every word of an audit. Arguments arrive formatted. */
export interface AuditWords {
  readonly title: (site: string, from: string, to: string, tz: string, idle: string) => string
  readonly read: (events: string) => string
  readonly counted: (claimed: string, found: string, rolledUp: string) => string
  readonly unclear: (n: string) => string
  readonly equal: string
  readonly differs: string
  readonly fault: Readonly<Record<Fault, (n: string) => string>>
  readonly named: Readonly<Record<Fault, string>>
  readonly unsaid: string
  readonly day: string
  readonly columns: readonly [claimed: string, found: string, unclear: string, rolledUp: string]
  readonly more: (n: string) => string
}

export const AUDIT_WORDS: Readonly<Record<LetterLocale, AuditWords>> = {
  en: {
    title: (site, from, to, tz, idle) =>
      `Audit of ${site}, ${from} up to ${to} (${tz}), by the database itself: openings, and gaps that reach ${idle}`,
    read: (events) => `Read: ${events} events of tabs that opened an article.`,
    counted: (claimed, found, rolledUp) =>
      `Pages counted ${claimed} sessions, openings and gaps find ${found}, the reports count ${rolledUp}.`,
    unclear: (n) => `${n} of them lie in tabs whose clock ran back: only a recount can judge those.`,
    equal: 'Equal, as far as the database can say.',
    differs: 'They differ:',
    fault: {
      not_claimed: (n) => `${n} openings that start a session, and were not counted`,
      not_found: (n) => `${n} sessions that were counted, and are none`,
      elsewhere: (n) => `${n} events in another session, which changes no count`,
      without_opening: (n) => `${n} sessions without their opening`,
      opened_twice: (n) => `${n} openings of a session that was opened before`,
      overlapping: (n) => `${n} events in a session after the next one of the tab has begun`,
      too_soon: (n) => `${n} sessions that began before the one before them was idle`,
      not_rolled_up: (n) => `${n} sessions that are in no report`,
      only_rolled_up: (n) => `${n} sessions that are in the reports, and have no opening`,
      rolled_up_otherwise: (n) => `${n} sessions of which the reports have other numbers than their events`,
    },
    named: {
      not_claimed: 'starts a session, not counted',
      not_found: 'counted, no session',
      elsewhere: 'in another session',
      without_opening: 'its session has no opening',
      opened_twice: 'opened before',
      overlapping: 'in a session that another one has followed',
      too_soon: 'began too soon',
      not_rolled_up: 'in no report',
      only_rolled_up: 'in the reports, without its opening',
      rolled_up_otherwise: 'other numbers in the reports',
    },
    unsaid: 'Not looked at: conversations, and why something differs. A recount says both.',
    day: 'day',
    columns: ['counted', 'openings and gaps', 'unclear', 'reports'],
    more: (n) => `and ${n} more`,
  },
  es: {
    title: (site, from, to, tz, idle) =>
      `Auditoría de ${site}, desde ${from} hasta antes de ${to} (${tz}), por la propia base de datos: aperturas, y pausas que llegan a ${idle}`,
    read: (events) => `Leídos: ${events} eventos de pestañas que abrieron un artículo.`,
    counted: (claimed, found, rolledUp) =>
      `Las páginas contaron ${claimed} sesiones, las aperturas y las pausas encuentran ${found}, los informes cuentan ${rolledUp}.`,
    unclear: (n) => `${n} de ellas están en pestañas cuyo reloj fue hacia atrás: solo un recuento puede juzgarlas.`,
    equal: 'Iguales, hasta donde la base de datos puede decir.',
    differs: 'Difieren:',
    fault: {
      not_claimed: (n) => `${n} aperturas que inician una sesión y no se contaron`,
      not_found: (n) => `${n} sesiones que se contaron y no lo son`,
      elsewhere: (n) => `${n} eventos en otra sesión, lo que no cambia ninguna cuenta`,
      without_opening: (n) => `${n} sesiones sin su apertura`,
      opened_twice: (n) => `${n} aperturas de una sesión que ya estaba abierta`,
      overlapping: (n) => `${n} eventos en una sesión después de que empezara la siguiente de la pestaña`,
      too_soon: (n) => `${n} sesiones que empezaron antes de que la anterior estuviera inactiva`,
      not_rolled_up: (n) => `${n} sesiones que no están en ningún informe`,
      only_rolled_up: (n) => `${n} sesiones que están en los informes y no tienen apertura`,
      rolled_up_otherwise: (n) => `${n} sesiones de las que los informes tienen otros números que sus eventos`,
    },
    named: {
      not_claimed: 'inicia una sesión, no contada',
      not_found: 'contada, no es sesión',
      elsewhere: 'en otra sesión',
      without_opening: 'su sesión no tiene apertura',
      opened_twice: 'ya estaba abierta',
      overlapping: 'en una sesión a la que ya siguió otra',
      too_soon: 'empezó demasiado pronto',
      not_rolled_up: 'en ningún informe',
      only_rolled_up: 'en los informes, sin su apertura',
      rolled_up_otherwise: 'otros números en los informes',
    },
    unsaid: 'No se miró: las conversaciones, ni por qué algo difiere. Un recuento dice ambas cosas.',
    day: 'día',
    columns: ['contadas', 'aperturas y pausas', 'dudosas', 'informes'],
    more: (n) => `y ${n} más`,
  },
}
