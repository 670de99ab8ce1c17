import type { Consent, HelpState } from '../helpEngine.js'
import type { Decision, Delivery } from './note.js'

/** What the overlay says. */
export interface Words {
  readonly overlay: string
  readonly onlyHere: string
  readonly endsIn: string
  readonly hasEnded: string
  readonly noSession: string
  readonly events: string
  readonly nothingYet: string
  readonly rows: Readonly<
    Record<
      'session' | 'entry' | 'article' | 'started' | 'active' | 'ends' | 'consent' | 'status' | 'tab' | 'degraded',
      string
    >
  >
  readonly consent: Readonly<Record<Consent | 'signal', string>>
  readonly status: Readonly<Record<HelpState['status'], string>>
  readonly degraded: Readonly<Record<HelpState['degraded'][number] | 'none', string>>
  readonly decisions: Readonly<Record<Decision, string>>
  readonly deliveries: Readonly<Record<Delivery['state'], string>>
  readonly noAnswer: string
  /** So many seconds ago. */
  ago(seconds: number): string
}

const en: Words = {
  overlay: 'Helptally: what this tab counts',
  onlyHere: 'Development only',
  endsIn: 'until the session ends, if nothing more is done',
  hasEnded: 'The session has ended',
  noSession: 'No session: the next opened article starts one',
  events: 'Last events',
  nothingYet: 'Nothing has happened yet.',
  rows: {
    session: 'Session',
    entry: 'Entry',
    article: 'Article',
    started: 'Started',
    active: 'Last activity',
    ends: 'Ends',
    consent: 'Consent',
    status: 'Engine',
    tab: 'Tab',
    degraded: 'Goes without',
  },
  consent: {
    unknown: 'not asked or not answered',
    granted: 'granted',
    refused: 'refused',
    signal: 'refused by Global Privacy Control',
  },
  status: { off: 'off', claiming: 'proving the tab id', ready: 'counting', parked: 'page was left' },
  degraded: { storage: 'storage', locks: 'locks', channel: 'channel between tabs', none: 'nothing' },
  decisions: {
    started: 'started a session',
    continued: 'continued the session',
    kept: 'postponed the end',
    noted: 'noted in the session',
    ended: 'ended, idle',
    orphan_search: 'orphan search',
    outside: 'in no session',
    conversation: 'of a conversation',
    intended: 'waits for an article',
    opened: 'opened an article',
    opened_elsewhere: 'in another tab',
    opened_nothing: 'opened nothing',
  },
  deliveries: {
    waiting: 'waiting',
    sent: 'sent',
    acknowledged: 'acknowledged',
    failed: 'waits again',
    rejected: 'rejected',
  },
  noAnswer: 'no answer',
  ago: (seconds) => `${seconds} s ago`,
}

const es: Words = {
  overlay: 'Helptally: qué cuenta esta pestaña',
  onlyHere: 'Solo en desarrollo',
  endsIn: 'hasta que acabe la sesión, si no se hace nada más',
  hasEnded: 'La sesión ha terminado',
  noSession: 'Sin sesión: la inicia el próximo artículo que se abra',
  events: 'Últimos eventos',
  nothingYet: 'Aún no ha pasado nada.',
  rows: {
    session: 'Sesión',
    entry: 'Entrada',
    article: 'Artículo',
    started: 'Inicio',
    active: 'Última actividad',
    ends: 'Fin',
    consent: 'Consentimiento',
    status: 'Motor',
    tab: 'Pestaña',
    degraded: 'Le falta',
  },
  consent: {
    unknown: 'sin preguntar o sin respuesta',
    granted: 'aceptado',
    refused: 'rechazado',
    signal: 'rechazado por Global Privacy Control',
  },
  status: {
    off: 'apagado',
    claiming: 'comprobando el id de la pestaña',
    ready: 'contando',
    parked: 'página abandonada',
  },
  degraded: { storage: 'almacenamiento', locks: 'bloqueos', channel: 'canal entre pestañas', none: 'nada' },
  decisions: {
    started: 'inició una sesión',
    continued: 'continuó la sesión',
    kept: 'aplazó el fin',
    noted: 'anotado en la sesión',
    ended: 'terminó por inactividad',
    orphan_search: 'búsqueda huérfana',
    outside: 'en ninguna sesión',
    conversation: 'de una conversación',
    intended: 'espera un artículo',
    opened: 'abrió un artículo',
    opened_elsewhere: 'en otra pestaña',
    opened_nothing: 'no abrió nada',
  },
  deliveries: {
    waiting: 'en espera',
    sent: 'enviado',
    acknowledged: 'confirmado',
    failed: 'espera otra vez',
    rejected: 'rechazado',
  },
  noAnswer: 'sin respuesta',
  ago: (seconds) => `hace ${seconds} s`,
}

/** In the language of the document, as far as there are words for it. `lang`: BCP 47. */
export function wordsFor(lang: string): { readonly lang: 'en' | 'es'; readonly words: Words } {
  return /^es\b/i.test(lang) ? { lang: 'es', words: es } : { lang: 'en', words: en }
}
