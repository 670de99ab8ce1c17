import type { Cause, ChannelRule, Difference, Moved } from '@helptally/core'
import type { LetterLocale } from '../letters/letter.js'

/** Every word of a recount. Arguments arrive formatted. */
export interface RecountWords {
  readonly title: (site: string, from: string, to: string, tz: string, version: string) => string
  readonly read: (tabs: string, events: string) => string
  readonly counted: (claimed: string, found: string) => string
  readonly equal: string
  readonly differs: (differences: string) => string
  readonly kind: Readonly<Record<Difference['kind'], (n: string) => string>>
  readonly cause: Readonly<Record<Cause, (n: string) => string>>
  readonly difference: Readonly<Record<Difference['kind'], string>>
  readonly because: Readonly<Record<Cause, string>>
  readonly rollUpEqual: string
  readonly rollUpDiffers: (n: string) => string
  readonly notCounted: string
  readonly notClaimed: string
  readonly otherRules: string
  readonly rule: (channel: string, idle: string, ends: ChannelRule['idleEnds']) => string
  readonly other: (sessions: string, merged: string, split: string) => string
  readonly moved: Readonly<Record<Moved['kind'], (within: string) => string>>
  readonly day: string
  readonly columns: readonly [claimed: string, found: string, other: string, merged: string, split: string]
  readonly more: (n: string) => string
}

export const WORDS: Readonly<Record<LetterLocale, RecountWords>> = {
  en: {
    title: (site, from, to, tz, version) =>
      `Recount of ${site}, ${from} up to ${to} (${tz}), by the rulebook, version ${version}`,
    read: (tabs, events) => `Read: ${events} events of ${tabs} tabs and conversations.`,
    counted: (claimed, found) => `Counted were ${claimed} sessions, the rulebook finds ${found}.`,
    equal: 'Equal, event by event.',
    differs: (differences) => `They differ at ${differences} events:`,
    kind: {
      not_claimed: (n) => `${n} sessions that were not counted`,
      not_found: (n) => `${n} sessions that were counted and are none`,
      elsewhere: (n) => `${n} events in another session, which changes no count`,
    },
    cause: {
      late_event: (n) => `${n} because events before them are missing, or came late`,
      clock_corrected: (n) => `${n} because the clock of the page was off, or was set`,
      claim_wrong: (n) => `${n} because the claim is wrong: its own evidence does not bear it out`,
    },
    difference: { not_claimed: 'not counted', not_found: 'no session', elsewhere: 'in another session' },
    because: { late_event: 'late event', clock_corrected: 'clock corrected', claim_wrong: 'claim wrong' },
    rollUpEqual: 'The reports count the sessions that the pages claimed.',
    rollUpDiffers: (n) => `The reports count other sessions than the pages claimed, ${n} of them:`,
    notCounted: 'claimed, in no report',
    notClaimed: 'in the reports, claimed by no page',
    otherRules: 'By the other rules:',
    rule: (channel, idle, ends) => `${channel}: the end when ${idle} without activity are ${ends}`,
    other: (sessions, merged, split) => `${sessions} sessions: ${merged} merge into one before, ${split} split off.`,
    moved: { merged: (within) => `merges into ${within}`, split: (within) => `splits off ${within}` },
    day: 'day',
    columns: ['counted', 'rulebook', 'other rules', 'merged', 'split'],
    more: (n) => `and ${n} more`,
  },
  es: {
    title: (site, from, to, tz, version) =>
      `Recuento de ${site}, desde ${from} hasta antes de ${to} (${tz}), según el reglamento, versión ${version}`,
    read: (tabs, events) => `Leído: ${events} eventos de ${tabs} pestañas y conversaciones.`,
    counted: (claimed, found) => `Se contaron ${claimed} sesiones, el reglamento encuentra ${found}.`,
    equal: 'Iguales, evento por evento.',
    differs: (differences) => `Difieren en ${differences} eventos:`,
    kind: {
      not_claimed: (n) => `${n} sesiones que no se contaron`,
      not_found: (n) => `${n} sesiones que se contaron y no lo son`,
      elsewhere: (n) => `${n} eventos en otra sesión, lo que no cambia ningún recuento`,
    },
    cause: {
      late_event: (n) => `${n} porque faltan eventos anteriores, o llegaron tarde`,
      clock_corrected: (n) => `${n} porque el reloj de la página estaba mal, o se cambió`,
      claim_wrong: (n) => `${n} porque lo afirmado es erróneo: sus propias pruebas no lo confirman`,
    },
    difference: {
      not_claimed: 'no contada',
      not_found: 'no es una sesión',
      elsewhere: 'en otra sesión',
    },
    because: { late_event: 'evento tardío', clock_corrected: 'reloj corregido', claim_wrong: 'afirmación errónea' },
    rollUpEqual: 'Los informes cuentan las sesiones que afirmaron las páginas.',
    rollUpDiffers: (n) => `Los informes cuentan otras sesiones que las que afirmaron las páginas, ${n}:`,
    notCounted: 'afirmada, en ningún informe',
    notClaimed: 'en los informes, no afirmada por ninguna página',
    otherRules: 'Según las otras reglas:',
    rule: (channel, idle, ends) =>
      `${channel}: el final cuando ${ends === 'reached' ? 'se alcanzan' : 'se superan'} ${idle} sin actividad`,
    other: (sessions, merged, split) => `${sessions} sesiones: ${merged} se unen a una anterior, ${split} se separan.`,
    moved: { merged: (within) => `se une a ${within}`, split: (within) => `se separa de ${within}` },
    day: 'día',
    columns: ['contadas', 'reglamento', 'otras reglas', 'unidas', 'separadas'],
    more: (n) => `y ${n} más`,
  },
}
