import type { LetterLocale } from '../letters/letter.js'
import type { StatementProblem } from './checkStatement.js'
import type { DayCountDifference } from './compareStore.js'
import { allSessions } from './countDays.js'
import type { EventDifference } from './nameEvents.js'
import type { Verification } from './verifyStatement.js'

type Problem<What extends StatementProblem['what']> = Extract<StatementProblem, { what: What }>

/** Every word of a verification. */
export interface VerificationWords {
  readonly of: (statement: Verification['statement']) => string
  readonly equal: string
  readonly unequal: string
  readonly signedBy: (key: string) => string
  readonly onlyInside: (key: string) => string
  readonly problem: { readonly [What in StatementProblem['what']]: (problem: Problem<What>) => string }
  readonly manifest: Readonly<Record<Verification['manifest']['is'], (file: string) => string>>
  readonly noStore: string
  readonly notCompared: string
  readonly days: (equal: number, of: number) => string
  readonly unequalDay: (date: string) => string
  readonly count: (difference: DayCountDifference) => string
  readonly redefined: string
  readonly event: (event: EventDifference) => string
  readonly moreEvents: (n: number) => string
  readonly erasedSince: (n: number) => string
  readonly forgottenBefore: (instant: string) => string
}

export const WORDS: Readonly<Record<LetterLocale, VerificationWords>> = {
  en: {
    of: ({ site, from, to, tz, made_at, totals }) =>
      `Statement of ${site}, from ${from} up to ${to} (${tz}), made ${made_at}: ${allSessions(totals)} sessions, ${totals.events.stored} events.`,
    equal: 'Equal: all that was looked at is as it was signed.',
    unequal: 'NOT equal to what was signed.',
    signedBy: (key) => `Signed by the key that you gave, ${key}.`,
    onlyInside: (key) =>
      `Warning: checked by the key inside the statement, ${key}, which anybody could have put there. Ask its owner for the public key, and give it with --public-key.`,
    problem: {
      form: () => 'The file was not written by helptally statement, or was written anew since.',
      signature: () => 'The signature is not that of this text: one of them was changed, or another key has signed.',
      key: ({ given, found }) => `It carries the key ${found}, not the one that you gave, ${given}.`,
      day: ({ date }) => `${date}: what the statement says of this day was changed since its hash was made.`,
      chain: ({ date }) => `${date}: the chain is broken here; it does not go on from the day before.`,
      calendar: ({ date }) => `${date}: the days are not those of the period in its time zone.`,
      sum: ({ date, count, says, found }) => `${date ?? 'Totals'}: ${count} says ${says}, its parts sum to ${found}.`,
    },
    manifest: {
      same: (file) => `The list of events, ${file}, is the one that was signed.`,
      changed: (file) => `The list of events, ${file}, is not the one that was signed, so no event is named by it.`,
      absent: (file) => `The list of events, ${file}, is not beside the statement, so no event can be named.`,
    },
    noStore: 'Not compared with a store: give one with --store.',
    notCompared: 'Not compared with the store: its days cannot be asked for.',
    days: (equal, of) => `The events of ${equal} of ${of} days are those of the statement, each of them.`,
    unequalDay: (date) => `${date}: the events are not those of the statement.`,
    count: ({ date, by, count, says, found }) =>
      `${date}: ${count} says ${says}, ${by === 'log' ? 'the opening events say' : 'the reports count'} ${found}.`,
    redefined: 'The reports of this version count by other definitions, so their counts were not compared.',
    event: ({ id, date, what, why, now }) => {
      if (now) return `${date}: event ${id} was changed: it lies on ${now.date} now, in ${now.site}.`
      if (what === 'changed') return `${date}: event ${id} was changed.`
      if (what === 'missing')
        return `${date}: event ${id} is missing${why === 'forgotten' ? ': it was forgotten for its age' : ''}.`
      return why === 'late'
        ? `${date}: event ${id} came late, after the statement was made.`
        : `${date}: event ${id} was added, and says that it was received before the statement was made.`
    },
    moreEvents: (n) => `And ${n} more events that are not as they were.`,
    erasedSince: (n) =>
      `Since then visitors had ${n} events of this store erased, of any day. Which ones it does not keep; missing events beyond that number have another cause.`,
    forgottenBefore: (instant) => `The store was told to forget what is older than ${instant}.`,
  },
  es: {
    of: ({ site, from, to, tz, made_at, totals }) =>
      `Declaración de ${site}, desde ${from} hasta ${to} sin incluirlo (${tz}), hecha ${made_at}: ${allSessions(totals)} sesiones, ${totals.events.stored} eventos.`,
    equal: 'Igual: todo lo que se miró es como se firmó.',
    unequal: 'NO es igual a lo que se firmó.',
    signedBy: (key) => `Firmada con la clave que diste, ${key}.`,
    onlyInside: (key) =>
      `Aviso: se comprobó con la clave que va dentro de la declaración, ${key}, que cualquiera pudo poner ahí. Pide la clave pública a su dueño y dala con --public-key.`,
    problem: {
      form: () => 'El archivo no lo escribió helptally statement, o se volvió a escribir después.',
      signature: () => 'La firma no es la de este texto: se cambió uno de los dos, o firmó otra clave.',
      key: ({ given, found }) => `Lleva la clave ${found}, no la que diste, ${given}.`,
      day: ({ date }) => `${date}: lo que la declaración dice de este día se cambió después de calcular su hash.`,
      chain: ({ date }) => `${date}: aquí se rompe la cadena; no continúa la del día anterior.`,
      calendar: ({ date }) => `${date}: los días no son los del período en su zona horaria.`,
      sum: ({ date, count, says, found }) => `${date ?? 'Totales'}: ${count} dice ${says}, sus partes suman ${found}.`,
    },
    manifest: {
      same: (file) => `La lista de eventos, ${file}, es la que se firmó.`,
      changed: (file) =>
        `La lista de eventos, ${file}, no es la que se firmó, así que no se nombra ningún evento con ella.`,
      absent: (file) =>
        `La lista de eventos, ${file}, no está junto a la declaración, así que no se puede nombrar ninguno.`,
    },
    noStore: 'No se comparó con ningún almacén: indícalo con --store.',
    notCompared: 'No se comparó con el almacén: no se puede preguntar por sus días.',
    days: (equal, of) => `Los eventos de ${equal} de ${of} días son los de la declaración, uno por uno.`,
    unequalDay: (date) => `${date}: los eventos no son los de la declaración.`,
    count: ({ date, by, count, says, found }) =>
      `${date}: ${count} dice ${says}, ${by === 'log' ? 'los eventos de apertura dicen' : 'los informes cuentan'} ${found}.`,
    redefined: 'Los informes de esta versión cuentan con otras definiciones, así que no se compararon sus cuentas.',
    event: ({ id, date, what, why, now }) => {
      if (now) return `${date}: el evento ${id} se cambió: ahora está en ${now.date}, en ${now.site}.`
      if (what === 'changed') return `${date}: el evento ${id} se cambió.`
      if (what === 'missing')
        return `${date}: falta el evento ${id}${why === 'forgotten' ? ': se olvidó por su antigüedad' : ''}.`
      return why === 'late'
        ? `${date}: el evento ${id} llegó tarde, después de hacerse la declaración.`
        : `${date}: el evento ${id} se añadió, y dice que se recibió antes de hacerse la declaración.`
    },
    moreEvents: (n) => `Y ${n} eventos más que no son como eran.`,
    erasedSince: (n) =>
      `Desde entonces se borraron a petición de visitantes ${n} eventos de este almacén, de cualquier día. No guarda cuáles; los que falten por encima de ese número tienen otra causa.`,
    forgottenBefore: (instant) => `Al almacén se le dijo que olvidara lo anterior a ${instant}.`,
  },
}
