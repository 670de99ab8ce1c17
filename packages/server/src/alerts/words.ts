import type { LetterLocale } from '../letters/letter.js'

/** Every word of an alert. Arguments arrive formatted. A rule says when it fires, with its bounds. */
export interface AlertWords {
  readonly title: (site: string) => string
  readonly lead: (days: string, tz: string) => string
  readonly surge: { readonly title: string; readonly rule: (surge: string, searches: string) => string }
  readonly surgeNote: (now: string, n: string, before: string) => string
  readonly zeroNote: (zero: string, known: string) => string
  readonly allSearches: string
  readonly drops: { readonly title: string; readonly rule: (votes: string) => string }
  readonly dropNote: (now: string, n: string, before: string, nBefore: string) => string
  readonly notFound: { readonly title: string; readonly rule: (times: string) => string }
  readonly notFoundNote: (times: string, referrer: string) => string
  readonly notFoundUnsaid: (times: string) => string
  readonly slower: { readonly title: string; readonly rule: (slower: string, views: string) => string }
  readonly slowerNote: (metric: string, navigation: string, now: string, before: string) => string
  readonly navigation: Readonly<Record<'hard' | 'soft', string>>
  readonly readOn: string
  readonly foot: string
}

export const WORDS: Readonly<Record<LetterLocale, AlertWords>> = {
  en: {
    title: (site) => `To look at in ${site}`,
    lead: (days, tz) => `${days} in ${tz}, against four times as many days before.`,
    surge: {
      title: 'More searches find nothing',
      rule: (surge, searches) =>
        `Fires when the share without a result is surely above that of before, and more than ${surge} times as great, of at least ${searches} searches.`,
    },
    surgeNote: (now, n, before) => `${now} of ${n} found nothing, before ${before}`,
    zeroNote: (zero, known) => `${zero} of ${known} found nothing`,
    allSearches: 'all searches',
    drops: {
      title: 'Articles that help less',
      rule: (votes) =>
        `Fires when the helpfulness of an article is surely below that of before, of at least ${votes} votes in both.`,
    },
    dropNote: (now, n, before, nBefore) => `${now} of ${n} votes, before ${before} of ${nBefore}`,
    notFound: {
      title: 'New links to pages that are not there',
      rule: (times) =>
        `Fires when a page was not found ${times} times, by links of a host that had not led there before.`,
    },
    notFoundNote: (times, referrer) => `${times} times, from ${referrer}`,
    notFoundUnsaid: (times) => `${times} times, by links that do not say from where`,
    slower: {
      title: 'Articles that got slower',
      rule: (slower, views) =>
        `Fires when the p75 of a web vital is no longer good, and at least ${slower} times that of before, of at least ${views} page views in both.`,
    },
    slowerNote: (metric, navigation, now, before) => `${metric}, ${navigation}: ${now}, before ${before}`,
    navigation: { hard: 'loaded', soft: 'inside the app' },
    readOn: 'Open the dashboard',
    foot: 'The numbers are those of the reports, by the same definitions.',
  },
  es: {
    title: (site) => `Para mirar en ${site}`,
    lead: (days, tz) => `${days} en ${tz}, frente a los días anteriores, cuatro veces más.`,
    surge: {
      title: 'Más búsquedas no encuentran nada',
      rule: (surge, searches) =>
        `Salta cuando la parte sin resultado es con seguridad mayor que la de antes, y más de ${surge} veces tan grande, con al menos ${searches} búsquedas.`,
    },
    surgeNote: (now, n, before) => `${now} de ${n} no encontraron nada, antes ${before}`,
    zeroNote: (zero, known) => `${zero} de ${known} no encontraron nada`,
    allSearches: 'todas las búsquedas',
    drops: {
      title: 'Artículos que ayudan menos',
      rule: (votes) =>
        `Salta cuando la utilidad de un artículo es con seguridad menor que la de antes, con al menos ${votes} votos en ambas.`,
    },
    dropNote: (now, n, before, nBefore) => `${now} de ${n} votos, antes ${before} de ${nBefore}`,
    notFound: {
      title: 'Enlaces nuevos a páginas que no existen',
      rule: (times) =>
        `Salta cuando no se encontró una página ${times} veces, por enlaces de un sitio que antes no llevaba allí.`,
    },
    notFoundNote: (times, referrer) => `${times} veces, desde ${referrer}`,
    notFoundUnsaid: (times) => `${times} veces, por enlaces que no dicen desde dónde`,
    slower: {
      title: 'Artículos que se han vuelto lentos',
      rule: (slower, views) =>
        `Salta cuando el p75 de una métrica web deja de ser bueno y es al menos ${slower} veces el de antes, con al menos ${views} vistas en ambas.`,
    },
    slowerNote: (metric, navigation, now, before) => `${metric}, ${navigation}: ${now}, antes ${before}`,
    navigation: { hard: 'carga', soft: 'dentro de la aplicación' },
    readOn: 'Abrir el panel',
    foot: 'Los números son los de los informes, con las mismas definiciones.',
  },
}
