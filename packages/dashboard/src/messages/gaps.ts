import type { GapTerm } from '@helptally/server/reports'
import type { DashboardLocale } from '../locale.js'

export interface GapsWords {
  readonly title: string
  readonly lead: string
  readonly list: string
  readonly column: Readonly<Record<'rank' | 'query' | 'score' | 'how' | 'failed' | 'tabs' | 'behind', string>>
  /** How many visitors it failed so, each once a day. */
  readonly failedSo: Readonly<Record<GapTerm, (n: number, formatted: string) => string>>
  readonly sessions: string
  readonly ways: string
  readonly none: string
  readonly noneNext: string
  readonly most: (shown: string, all: string) => string
  readonly withheld: (queries: string, searches: string) => string
  readonly weights: string
  readonly weightsLead: string
  readonly way: string
  readonly weight: string
  readonly means: string
  readonly term: Readonly<Record<GapTerm, string>>
  readonly termMeaning: Readonly<Record<GapTerm, string>>
  readonly example: string
}

export const gapsWords: Readonly<Record<DashboardLocale, GapsWords>> = {
  en: {
    title: 'Content gaps',
    lead: 'What readers look for in vain, what hurts most first.',
    list: 'Gaps',
    column: {
      rank: 'Rank',
      query: 'Query',
      score: 'Score',
      how: 'How it failed',
      failed: 'Failed, of its searches',
      tabs: 'Browser tabs',
      behind: 'Behind it',
    },
    failedSo: {
      zero_result: (_, formatted) => `${formatted} found nothing`,
      contact_after: (_, formatted) => `${formatted} asked for help`,
      no_click: (_, formatted) => `${formatted} opened nothing`,
      quick_exit: (_, formatted) => `${formatted} left at once`,
      refined_away: (_, formatted) => `${formatted} reworded it`,
    },
    sessions: 'Sessions',
    ways: 'A query leads to its searches, a count to the sessions behind it. Counted are visitors, each once a day for each query. The bars share one measure: the longest is the greatest score of the list. Searches outside of sessions have no session to show.',
    none: 'No query failed in three tabs of this period.',
    noneNext:
      'That is good news where many search. Where few do, a longer period or fewer filters tell more; the search page says how many there were.',
    most: (shown, all) => `The ${shown} gaps with the greatest score are shown, of ${all}.`,
    withheld: (queries, searches) =>
      `Queries not shown: ${queries} (failed searches: ${searches}). Each failed in fewer than three tabs, so it could be about one person.`,
    weights: 'How the score is made',
    weightsLead:
      'Each visitor for whom a query failed counts once a day, by the heaviest way in which it failed. The weights say how surely an article is missing; they are a judgement, not a measurement.',
    way: 'Way to fail',
    weight: 'Weight',
    means: 'What happened',
    term: {
      zero_result: 'Found nothing',
      contact_after: 'Asked for help',
      no_click: 'Opened nothing',
      quick_exit: 'Left at once',
      refined_away: 'Put in other words',
    },
    termMeaning: {
      zero_result: 'The search had no result, and no filter was to blame. An article is missing, or a word for it.',
      contact_after: 'The visitor asked a person for help within 24 hours.',
      no_click: 'There were results, and none was opened. A title may not say what its article answers.',
      quick_exit: 'The first article that was opened was left at once. It was not what was looked for.',
      refined_away: 'The visitor searched again in other words. It may have been found then.',
    },
    example:
      'An example: four visitors who found nothing and five who opened nothing make a score of 4 × 1 + 5 × 0.6 = 7.',
  },
  es: {
    title: 'Contenido que falta',
    lead: 'Lo que los lectores buscan en vano, primero lo que más duele.',
    list: 'Qué falta',
    column: {
      rank: 'Puesto',
      query: 'Consulta',
      score: 'Valor',
      how: 'Cómo falló',
      failed: 'Fallidas, de sus búsquedas',
      tabs: 'Pestañas',
      behind: 'Detrás',
    },
    failedSo: {
      zero_result: (n, formatted) => (n === 1 ? '1 no encontró nada' : `${formatted} no encontraron nada`),
      contact_after: (n, formatted) => (n === 1 ? '1 pidió ayuda' : `${formatted} pidieron ayuda`),
      no_click: (n, formatted) => (n === 1 ? '1 no abrió nada' : `${formatted} no abrieron nada`),
      quick_exit: (n, formatted) => (n === 1 ? '1 se fue enseguida' : `${formatted} se fueron enseguida`),
      refined_away: (n, formatted) => (n === 1 ? '1 usó otras palabras' : `${formatted} usaron otras palabras`),
    },
    sessions: 'Sesiones',
    ways: 'Una consulta lleva a sus búsquedas, y un recuento a las sesiones que hay detrás. Se cuentan visitantes, cada uno una vez al día por consulta. Las barras tienen una misma medida: la más larga es el mayor valor de la lista. Las búsquedas fuera de sesiones no tienen sesión que mostrar.',
    none: 'Ninguna consulta falló en tres pestañas de este periodo.',
    noneNext:
      'Es buena noticia donde muchos buscan. Donde buscan pocos, un periodo más largo o menos filtros dicen más; la página de búsquedas dice cuántas hubo.',
    most: (shown, all) => `Se muestran las ${shown} consultas de mayor valor, de ${all}.`,
    withheld: (queries, searches) =>
      `Consultas que no se muestran: ${queries} (búsquedas fallidas: ${searches}). Cada una falló en menos de tres pestañas y podría referirse a una sola persona.`,
    weights: 'De qué se compone el valor',
    weightsLead:
      'Cada visitante para quien falló una consulta cuenta una vez al día, por el motivo de más peso. Los pesos dicen con qué seguridad falta un artículo; son una estimación, no una medición.',
    way: 'Motivo',
    weight: 'Peso',
    means: 'Qué pasó',
    term: {
      zero_result: 'No encontró nada',
      contact_after: 'Pidió ayuda',
      no_click: 'No abrió nada',
      quick_exit: 'Se fue enseguida',
      refined_away: 'Usó otras palabras',
    },
    termMeaning: {
      zero_result:
        'La búsqueda no tuvo resultados, y no por culpa de un filtro. Falta un artículo, o una palabra que lleve a él.',
      contact_after: 'El visitante pidió ayuda a una persona en las 24 horas siguientes.',
      no_click: 'Hubo resultados y no se abrió ninguno. Quizá un título no dice qué responde su artículo.',
      quick_exit: 'El primer artículo abierto se dejó enseguida. No era lo que se buscaba.',
      refined_away: 'El visitante volvió a buscar con otras palabras. Puede que entonces lo encontrara.',
    },
    example:
      'Un ejemplo: cuatro visitantes que no encontraron nada y cinco que no abrieron nada dan un valor de 4 × 1 + 5 × 0,6 = 7.',
  },
}
