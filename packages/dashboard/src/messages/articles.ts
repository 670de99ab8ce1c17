import type { DashboardLocale } from '../locale.js'

/** The columns of the table, by the key that sorts by them. */
export type ArticlesColumn =
  | 'article'
  | 'score'
  | 'opens'
  | 'read'
  | 'quick_exit'
  | 'engaged'
  | 'scroll'
  | 'helpfulness'
  | 'votes'
  | 'search_again'
  | 'contact_after'
  | 'failed'

export interface ArticlesWords {
  readonly title: string
  readonly lead: string
  readonly totals: string
  readonly articles: string
  readonly articlesMeaning: string
  readonly openings: string
  readonly openingsMeaning: string
  readonly list: string
  readonly inOrder: string
  readonly sortedByReader: string
  readonly toOrder: string
  readonly column: Readonly<Record<ArticlesColumn, string>>
  readonly only: string
  readonly onlyThis: (article: string) => string
  readonly few: (least: string) => string
  readonly most: (shown: string, all: string) => string
  readonly none: string
}

export const articlesWords: Readonly<Record<DashboardLocale, ArticlesWords>> = {
  en: {
    title: 'Articles',
    lead: 'What is read, and what to mend first.',
    totals: 'How much was opened',
    articles: 'Articles opened',
    articlesMeaning: 'Different articles that were opened at least once.',
    openings: 'Openings',
    openingsMeaning: 'All openings of all articles. A reload, and the way back soon after, is the same opening.',
    list: 'All articles',
    inOrder: 'The first have most to mend: many openings failed, and not by chance.',
    sortedByReader: 'Sorted by a column of your choice.',
    toOrder: 'Most to mend first',
    column: {
      article: 'Article',
      score: 'To mend',
      opens: 'Opened',
      read: 'Read',
      quick_exit: 'Left at once',
      engaged: 'Reading time, median',
      scroll: 'Seen, median',
      helpfulness: 'Helpful at least',
      votes: 'Voted',
      search_again: 'Searched again',
      contact_after: 'Asked a person',
      failed: 'Failed',
    },
    only: 'Only this one',
    onlyThis: (article) => `Only this one: ${article}`,
    few: (least) => `Grey: of fewer than ${least}, too few to judge.`,
    most: (shown, all) => `${shown} of ${all} articles are shown, those with most to mend.`,
    none: 'No article was opened in this period. Take a filter away, or choose other dates.',
  },
  es: {
    title: 'Artículos',
    lead: 'Qué se lee y qué conviene arreglar primero.',
    totals: 'Cuánto se abrió',
    articles: 'Artículos abiertos',
    articlesMeaning: 'Artículos distintos que se abrieron al menos una vez.',
    openings: 'Aperturas',
    openingsMeaning:
      'Todas las aperturas de todos los artículos. Una recarga, y la vuelta atrás poco después, es la misma apertura.',
    list: 'Todos los artículos',
    inOrder: 'Los primeros son los que más hay que arreglar: fallaron muchas aperturas, y no por azar.',
    sortedByReader: 'Ordenados por la columna elegida.',
    toOrder: 'Primero lo que más hay que arreglar',
    column: {
      article: 'Artículo',
      score: 'Por arreglar',
      opens: 'Abierto',
      read: 'Leído',
      quick_exit: 'Dejado enseguida',
      engaged: 'Tiempo de lectura, mediana',
      scroll: 'Visto, mediana',
      helpfulness: 'Útil al menos',
      votes: 'Votado',
      search_again: 'Se buscó otra vez',
      contact_after: 'Se preguntó a una persona',
      failed: 'Fallido',
    },
    only: 'Solo este',
    onlyThis: (article) => `Solo este: ${article}`,
    few: (least) => `En gris: de menos de ${least}, muy pocos para juzgar.`,
    most: (shown, all) => `Se muestran ${shown} de ${all} artículos, los que más hay que arreglar.`,
    none: 'En este periodo no se abrió ningún artículo. Quita un filtro o elige otras fechas.',
  },
}
