import type { DashboardLocale } from '../locale.js'

interface ArticleBadgeWords {
  readonly opens: (n: number, formatted: string) => string
  readonly read: (share: string) => string
  readonly helpful: (share: string, n: number, votes: string) => string
  readonly days: (n: number, formatted: string) => string
}

export const articleBadgeWords: Readonly<Record<DashboardLocale, ArticleBadgeWords>> = {
  en: {
    opens: (n, formatted) => (n === 1 ? '1 opening' : `${formatted} openings`),
    read: (share) => `${share} read`,
    helpful: (share, n, votes) => `${share} helpful (${n === 1 ? '1 vote' : `${votes} votes`})`,
    days: (n, formatted) => (n === 1 ? 'today' : `in ${formatted} days`),
  },
  es: {
    opens: (n, formatted) => (n === 1 ? '1 apertura' : `${formatted} aperturas`),
    read: (share) => `${share} leídas`,
    helpful: (share, n, votes) => `${share} útil (${n === 1 ? '1 voto' : `${votes} votos`})`,
    days: (n, formatted) => (n === 1 ? 'hoy' : `en ${formatted} días`),
  },
}
