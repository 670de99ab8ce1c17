import type { Entry } from '@helptally/core'
import type { LetterLocale } from '../letters/letter.js'
import type { DigestRate } from './readDigest.js'

type Titled = Readonly<Record<'title' | 'empty', string>>

/** Every word of a digest. Arguments arrive formatted. */
export interface DigestWords {
  readonly title: (site: string) => string
  readonly lead: (week: string, tz: string) => string
  readonly sessions: string
  readonly entry: Readonly<Record<Entry, string>>
  readonly rate: Readonly<Record<DigestRate, string>>
  readonly of: (n: string) => string
  readonly points: (difference: string) => string
  readonly noneBefore: string
  readonly gaps: Titled
  readonly toMend: Titled
  readonly movers: Titled
  readonly failed: (failed: string, all: string) => string
  readonly moved: (now: string, before: string) => string
  readonly readOn: string
  readonly foot: string
  readonly synthetic: string
  readonly imported: string
}

export const WORDS: Readonly<Record<LetterLocale, DigestWords>> = {
  en: {
    title: (site) => `The week in ${site}`,
    lead: (week, tz) => `${week}, Monday to Sunday in ${tz}, against the week before.`,
    sessions: 'Help sessions',
    entry: { article_click: 'by a click', direct_link: 'by a direct link', search_enter: 'by Enter in the search' },
    rate: { success: 'Search success', found: 'Found it', helpfulness: 'Helpfulness', contact: 'Asked a person' },
    of: (n) => `of ${n}`,
    points: (difference) => `${difference} points`,
    noneBefore: 'nothing to compare with',
    gaps: { title: 'Looked for in vain', empty: 'No search failed often enough to be shown.' },
    toMend: { title: 'Articles to mend first', empty: 'No opening of an article failed.' },
    movers: { title: 'Opened much more, or less', empty: 'No article was opened much more or less.' },
    failed: (failed, all) => `${failed} of ${all} failed`,
    moved: (now, before) => `opened ${now} times, before ${before}`,
    readOn: 'Open the dashboard',
    foot: 'The numbers are those of the dashboard, by the same definitions.',
    synthetic: 'Some of these sessions were made by the seed command.',
    imported: 'Some of these sessions were read out of an access log.',
  },
  es: {
    title: (site) => `La semana en ${site}`,
    lead: (week, tz) => `${week}, de lunes a domingo en ${tz}, frente a la semana anterior.`,
    sessions: 'Sesiones de ayuda',
    entry: {
      article_click: 'por un clic',
      direct_link: 'por un enlace directo',
      search_enter: 'con Intro en la búsqueda',
    },
    rate: {
      success: 'Búsquedas con éxito',
      found: 'Lo encontraron',
      helpfulness: 'Utilidad',
      contact: 'Preguntaron a una persona',
    },
    of: (n) => `de ${n}`,
    points: (difference) => `${difference} puntos`,
    noneBefore: 'sin nada con que comparar',
    gaps: { title: 'Lo que se busca en vano', empty: 'Ninguna búsqueda falló lo bastante como para mostrarse.' },
    toMend: { title: 'Artículos que arreglar primero', empty: 'No falló ninguna apertura de un artículo.' },
    movers: { title: 'Se abrieron mucho más, o menos', empty: 'Ningún artículo se abrió mucho más o menos.' },
    failed: (failed, all) => `fallaron ${failed} de ${all}`,
    moved: (now, before) => `se abrió ${now} veces, antes ${before}`,
    readOn: 'Abrir el panel',
    foot: 'Los números son los del panel, con las mismas definiciones.',
    synthetic: 'Algunas de estas sesiones las creó el comando seed.',
    imported: 'Algunas de estas sesiones se leyeron de un registro de accesos.',
  },
}
