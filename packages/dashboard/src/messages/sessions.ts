import type { DashboardLocale } from '../locale.js'

export interface SessionsWords {
  readonly title: string
  readonly lead: string
  readonly list: string
  readonly latest: (shown: string) => string
  readonly none: string
  readonly noneAtAll: string
  /** `channel`: of conversations. */
  readonly noneOfBoth: (channel: string) => string
  readonly channelAlone: (channel: string) => string
  readonly behind: (row: string) => string
  readonly behindMost: (most: string) => string
  readonly noneBehind: string
  readonly allSessions: string
}

export const sessionsWords: Readonly<Record<DashboardLocale, SessionsWords>> = {
  en: {
    title: 'Sessions',
    lead: 'Each with its reasons: choose one to see every event, every gap and the rule that applied.',
    list: 'List of sessions',
    latest: (shown) => `The latest ${shown} are shown. Filter, or choose other dates, to see others.`,
    none: 'No session of this period is like that. Take a filter away, or choose other dates.',
    noneAtAll:
      'No session started in this period. Open an article in another tab and accept the consent notice, or choose other dates.',
    noneOfBoth: (channel) =>
      `A session on ${channel} has no entry, device, language, article or search, so beside this channel no other filter finds one.`,
    channelAlone: (channel) => `Show all sessions on ${channel}`,
    behind: (row) => `Sessions behind one number: ${row}`,
    behindMost: (most) => `The latest of them, at most ${most}.`,
    noneBehind: 'No session is behind this number: what it counts happened outside of sessions, or was erased.',
    allSessions: 'All sessions of this period',
  },
  es: {
    title: 'Sesiones',
    lead: 'Cada una con sus razones: elige una para ver cada evento, cada pausa y la regla que se aplicó.',
    list: 'Lista de sesiones',
    latest: (shown) => `Se muestran las últimas ${shown}. Filtra o elige otras fechas para ver más.`,
    none: 'Ninguna sesión de este periodo es así. Quita un filtro o elige otras fechas.',
    noneAtAll:
      'En este periodo no empezó ninguna sesión. Abre un artículo en otra pestaña y acepta el aviso de consentimiento, o elige otras fechas.',
    noneOfBoth: (channel) =>
      `Una sesión en ${channel} no tiene entrada, dispositivo, idioma, artículo ni búsqueda; por eso, junto a este canal, ningún otro filtro encuentra alguna.`,
    channelAlone: (channel) => `Ver todas las sesiones en ${channel}`,
    behind: (row) => `Sesiones detrás de un número: ${row}`,
    behindMost: (most) => `Las últimas, como máximo ${most}.`,
    noneBehind: 'No hay ninguna sesión detrás de este número: lo que cuenta ocurrió fuera de sesiones, o se borró.',
    allSessions: 'Todas las sesiones de este periodo',
  },
}
