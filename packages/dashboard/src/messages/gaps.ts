import type { GapStatus, GapTerm } from '@helptally/server/reports'
import type { DashboardLocale } from '../locale.js'

export interface GapsWords {
  readonly title: string
  readonly lead: string
  readonly list: string
  readonly column: Readonly<Record<'rank' | 'query' | 'score' | 'how' | 'failed' | 'tabs' | 'work' | 'behind', string>>
  /** How many visitors it failed so, each once a day. */
  readonly failedSo: Readonly<Record<GapTerm, (n: number, formatted: string) => string>>
  readonly sessions: string
  readonly ways: string
  readonly none: string
  readonly noneNext: string
  readonly toSearch: string
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
  /** What the tabs choose. */
  readonly tabs: string
  readonly status: Readonly<Record<GapStatus, string>>
  readonly statusTab: (status: string, n: string) => string
  readonly statusLead: Readonly<Record<GapStatus, string>>
  readonly noneOf: Readonly<Record<Exclude<GapStatus, 'open'>, string>>
  readonly statusName: string
  readonly statusSince: (status: string, day: string) => string
  readonly untouched: string
  readonly owner: string
  readonly linkedArticle: string
  readonly change: string
  readonly changeGap: (query: string) => string
  readonly save: string
  readonly into: string
  readonly putTogether: string
  readonly takeOut: (query: string) => string
  readonly and: string
  readonly before: string
  readonly after: string
  readonly quiet: string
  readonly quietLead: string
  readonly changes: string
  readonly when: string
  readonly who: string
  readonly what: string
  readonly takeBack: string
  readonly takenBack: (by: string) => string
  readonly undo: string
  readonly ownerIs: (owner: string) => string
  readonly articleIs: (article: string) => string
  readonly putInto: (gap: string) => string
  readonly parted: string
  readonly kept: string
  readonly undone: string
  readonly nothingDone: string
  readonly conflict: string
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
      work: 'Work',
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
    toSearch: 'To the searches',
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
    tabs: 'How far the work has come',
    status: { open: 'Open', planned: 'Planned', written: 'Written', dismissed: 'Dismissed' },
    statusTab: (status, n) => `${status} (${n})`,
    statusLead: {
      open: 'Nobody has begun with these.',
      planned: 'Somebody sees to these.',
      written:
        'An article was written. Whether it helped shows in how many of its searches failed in the 28 days before and after.',
      dismissed: 'These are no gaps of your content, or not worth an article. They go on being counted.',
    },
    noneOf: {
      planned: 'No gap that failed in three tabs of this period is planned.',
      written: 'No gap that failed in three tabs of this period has been written about.',
      dismissed: 'No gap that failed in three tabs of this period has been dismissed.',
    },
    statusName: 'Status',
    statusSince: (status, day) => `${status} since ${day}`,
    untouched: 'Not begun',
    owner: 'Owner',
    linkedArticle: 'Id of its article',
    change: 'Change',
    changeGap: (query) => `Change “${query}”`,
    save: 'Save',
    into: 'The same as this gap',
    putTogether: 'Put together',
    takeOut: (query) => `Take “${query}” out`,
    and: 'with',
    before: 'Failed before',
    after: 'Failed after',
    quiet: 'Hardly failed in this period',
    quietLead:
      'Editors have said something of these gaps, and they failed in fewer than three tabs of this period. So they have no number here, and nothing to hurt.',
    changes: 'Changes',
    when: 'When',
    who: 'Who',
    what: 'What',
    takeBack: 'Take back',
    takenBack: (by) => (by ? `taken back by ${by}` : 'taken back'),
    undo: 'Undo',
    ownerIs: (owner) => (owner ? `owner ${owner}` : 'no owner'),
    articleIs: (article) => (article ? `article ${article}` : 'no article'),
    putInto: (gap) => `put together with “${gap}”`,
    parted: 'a gap of its own again',
    kept: 'Kept.',
    undone: 'Taken back.',
    nothingDone: 'Nothing to change: all was so already.',
    conflict:
      'That cannot be done as things stand. A gap is put together with another that three tabs have searched; of changes that build on each other, the later one is taken back first.',
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
      work: 'Trabajo',
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
    toSearch: 'A las búsquedas',
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
    tabs: 'En qué punto está el trabajo',
    status: { open: 'Pendiente', planned: 'Previsto', written: 'Escrito', dismissed: 'Descartado' },
    statusTab: (status, n) => `${status} (${n})`,
    statusLead: {
      open: 'Nadie ha empezado con esto.',
      planned: 'Alguien se ocupa de esto.',
      written:
        'Se escribió un artículo. Si ayudó se ve en cuántas de sus búsquedas fallaron en los 28 días anteriores y posteriores.',
      dismissed: 'No falta contenido, o no merece un artículo. Se sigue contando.',
    },
    noneOf: {
      planned: 'Nada de lo que falló en tres pestañas de este periodo está previsto.',
      written: 'Sobre nada de lo que falló en tres pestañas de este periodo se ha escrito.',
      dismissed: 'Nada de lo que falló en tres pestañas de este periodo se ha descartado.',
    },
    statusName: 'Estado',
    statusSince: (status, day) => `${status} desde el ${day}`,
    untouched: 'Sin empezar',
    owner: 'Responsable',
    linkedArticle: 'Id de su artículo',
    change: 'Cambiar',
    changeGap: (query) => `Cambiar «${query}»`,
    save: 'Guardar',
    into: 'Es lo mismo que',
    putTogether: 'Juntar',
    takeOut: (query) => `Separar «${query}»`,
    and: 'con',
    before: 'Fallidas antes',
    after: 'Fallidas después',
    quiet: 'Apenas falló en este periodo',
    quietLead:
      'Los editores han dicho algo de esto, y falló en menos de tres pestañas de este periodo. Por eso aquí no tiene número, ni duele.',
    changes: 'Cambios',
    when: 'Cuándo',
    who: 'Quién',
    what: 'Qué',
    takeBack: 'Deshacer',
    takenBack: (by) => (by ? `deshecho por ${by}` : 'deshecho'),
    undo: 'Deshacer este cambio',
    ownerIs: (owner) => (owner ? `responsable: ${owner}` : 'sin responsable'),
    articleIs: (article) => (article ? `artículo: ${article}` : 'sin artículo'),
    putInto: (gap) => `junto con «${gap}»`,
    parted: 'vuelve a ser una consulta aparte',
    kept: 'Guardado.',
    undone: 'Deshecho.',
    nothingDone: 'No hay nada que cambiar: ya estaba así.',
    conflict:
      'Así como están las cosas no se puede. Se junta lo que se ha buscado en tres pestañas; de los cambios que dependen unos de otros se deshace primero el último.',
  },
}
