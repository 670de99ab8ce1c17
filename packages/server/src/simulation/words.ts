import type { ChannelRule } from '@helptally/core'
import type { TraceEvent, Unmet } from '@helptally/core/conformance'
import type { LetterLocale } from '../letters/letter.js'

type Does = TraceEvent['does']
type InTab = Exclude<Does, 'message' | 'transfer' | 'survey_sent' | 'survey_answered' | 'interrupted'>

/** What only a simulation says. Times arrive formatted. */
export interface SimulationWords {
  readonly rule: (silence: string, ends: ChannelRule['idleEnds'], idle: string) => string
  readonly tab: Readonly<Record<InTab, string>>
  readonly session: (nth: number) => string
  readonly ends: string
  readonly startsNothing: string
  readonly orphan: string
  readonly toldNothing: string
  readonly noConsent: string
  readonly counted: (sessions: number, orphans: number) => string
  readonly span: (start: string, end: string) => string
  readonly open: (start: string) => string
  readonly after: (nth: number) => string
  readonly asExpected: string
  readonly notAsExpected: string
  readonly noneExpected: string
  readonly unmet: (unmet: Unmet) => string
  readonly allMet: (traces: number) => string
  readonly someUnmet: (unmet: number, traces: number) => string
}

const about = ({ session, field }: Unmet): string => `${session ? `${session}: ` : ''}${field}`

export const SIMULATION_WORDS: Readonly<Record<LetterLocale, SimulationWords>> = {
  en: {
    rule: (silence, ends, idle) =>
      `a session ends when the time since ${silence} ${ends === 'reached' ? 'reaches' : 'exceeds'} ${idle}`,
    tab: {
      open: 'opens',
      search: 'searches',
      input: 'is active',
      vote: 'votes',
      contact: 'begins to ask a person',
      suggestions: 'sees suggestions',
      leave: 'goes to a page that is no article',
      hide: 'the tab is hidden',
      return: 'comes back to the tab',
      move: 'moves the mouse',
      timer: 'the page does something by itself',
      vital: 'a measure of the page',
      close: 'the tab is closed',
      grant: 'the reader consents',
      refuse: 'the reader refuses',
    },
    session: (nth) => `session ${nth}`,
    ends: 'ends',
    startsNothing: 'in no session, and starts none',
    orphan: 'in no session: an orphan search',
    toldNothing: 'no activity: nothing is told',
    noConsent: 'without consent: nothing is told',
    counted: (sessions, orphans) => `Counted: ${sessions} sessions, ${orphans} orphan searches.`,
    span: (start, end) => `${start} to ${end}`,
    open: (start) => `${start}, still open`,
    after: (nth) => `after session ${nth}`,
    asExpected: 'As the trace expects.',
    notAsExpected: 'Not as the trace expects:',
    noneExpected: 'The trace says nothing of what it expects.',
    unmet: (one) => `${about(one)}: expected ${one.expected || 'none'}, found ${one.found || 'none'}`,
    allMet: (traces) => `${traces} traces, all counted as they expect.`,
    someUnmet: (unmet, traces) => `${unmet} of ${traces} traces are not counted as they expect.`,
  },
  es: {
    rule: (silence, ends, idle) =>
      `una sesión termina cuando el tiempo desde ${silence} ${ends === 'reached' ? 'alcanza' : 'supera'} ${idle}`,
    tab: {
      open: 'abre',
      search: 'busca',
      input: 'está activo',
      vote: 'vota',
      contact: 'empieza a preguntar a una persona',
      suggestions: 've sugerencias',
      leave: 'va a una página que no es un artículo',
      hide: 'la pestaña se oculta',
      return: 'vuelve a la pestaña',
      move: 'mueve el ratón',
      timer: 'la página hace algo por sí sola',
      vital: 'una medida de la página',
      close: 'se cierra la pestaña',
      grant: 'el lector acepta',
      refuse: 'el lector rechaza',
    },
    session: (nth) => `sesión ${nth}`,
    ends: 'termina',
    startsNothing: 'en ninguna sesión, y no empieza ninguna',
    orphan: 'en ninguna sesión: una búsqueda huérfana',
    toldNothing: 'no es actividad: no se cuenta nada de ello',
    noConsent: 'sin consentimiento: no se cuenta nada de ello',
    counted: (sessions, orphans) => `Recuento: ${sessions} sesiones, ${orphans} búsquedas huérfanas.`,
    span: (start, end) => `${start} a ${end}`,
    open: (start) => `${start}, sigue abierta`,
    after: (nth) => `tras la sesión ${nth}`,
    asExpected: 'Como espera la traza.',
    notAsExpected: 'No como espera la traza:',
    noneExpected: 'La traza no dice qué espera.',
    unmet: (one) => `${about(one)}: se esperaba ${one.expected || 'nada'}, hay ${one.found || 'nada'}`,
    allMet: (traces) => `${traces} trazas, todas contadas como esperan.`,
    someUnmet: (unmet, traces) => `${unmet} de ${traces} trazas no se cuentan como esperan.`,
  },
}
