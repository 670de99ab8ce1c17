import type { DashboardLocale } from '../locale.js'

type Numbers = 'seen' | 'ctr' | 'clicks' | 'read_after' | 'clicks_unseen'

export interface SuggestionsWords {
  readonly title: string
  readonly lead: string
  readonly figures: string
  readonly figure: Readonly<Record<Numbers, string>>
  readonly figureMeaning: Readonly<Record<Numbers, string>>
  readonly lists: string
  readonly noLists: string
  readonly column: Readonly<Record<'list' | 'algorithm' | 'seen' | 'ctr' | 'clicks' | 'read_after', string>>
  readonly notSaid: string
  readonly places: string
  readonly placesMeaning: string
  readonly place: (place: string) => string
  readonly clicksAt: (place: string, clicks: string) => string
  /** Of a link; begins with what is seen of it. */
  readonly mostSeen: (lists: string) => string
  readonly flow: string
  readonly flowDescription: (steps: string) => string
  readonly flowNote: string
  readonly flowColumn: Readonly<Record<'before' | 'article' | 'after', string>>
  readonly flowHead: Readonly<Record<'from' | 'to' | 'via' | 'times' | 'share', string>>
  readonly step: Readonly<Record<'search' | 'other' | 'suggestion' | 'onward' | 'contact' | 'end', string>>
  readonly band: (from: string, to: string, times: string) => string
  readonly noFlow: string
  readonly fewSessions: (n: number, formatted: string) => string
  readonly firstRows: (shown: string, all: string) => string
}

export const suggestionsWords: Readonly<Record<DashboardLocale, SuggestionsWords>> = {
  en: {
    title: 'Suggestions',
    lead: 'Which lists of articles lead on.',
    figures: 'All lists together',
    figure: {
      seen: 'Lists seen',
      ctr: 'Lists clicked',
      clicks: 'Clicks',
      read_after: 'Read after a click',
      clicks_unseen: 'Clicks without a view',
    },
    figureMeaning: {
      seen: 'Times that half of a list was in view for a second.',
      ctr: 'Lists with a click, of the lists seen (CTR). A list counts once, however many of its articles were opened.',
      clicks: 'Articles opened from a list that was seen.',
      read_after:
        'Articles that were read, of those opened from a list that was seen. Read: as in the report of articles.',
      clicks_unseen:
        'Clicks on lists of which no view is known: the click came before a second had passed, or in a tab that another one opened before its session. They are part of no other number here.',
    },
    lists: 'Lists by algorithm',
    noLists:
      'No list of suggestions was seen in this period. A list counts once half of it was in view for a second, and where the page marks it with `data-help-list`. Choose other dates, or take a filter away.',
    column: {
      list: 'List',
      algorithm: 'Made by',
      seen: 'Seen',
      ctr: 'Clicked',
      clicks: 'Clicks',
      read_after: 'Read after',
    },
    notSaid: 'not said',
    places: 'Clicked, place by place',
    placesMeaning:
      'At each place: of the lists that were at least that long, those clicked there. All bars have one scale. To compare what made the lists, sort by it.',
    place: (place) => `No. ${place}`,
    clicksAt: (place, clicks) => `Place ${place}, clicks: ${clicks}`,
    mostSeen: (lists) => `The ${lists} lists seen most; the figures above are of all.`,
    flow: 'From search to article to suggestion',
    flowDescription: (steps) =>
      `Bands from left to right, as wide as they are frequent: what came before an article, the article, and what came after it; ${steps} steps. The table below the picture holds them row by row.`,
    flowNote:
      'An article that was reached from another one begins in the middle. A search that led to no article passes below them.',
    flowColumn: { before: 'Came by', article: 'Opened', after: 'Then' },
    flowHead: { from: 'From', to: 'To', via: 'Where the link stood', times: 'Times', share: 'Of what followed' },
    step: {
      search: 'Search',
      other: 'Other articles',
      suggestion: 'Suggested article',
      onward: 'Article or search',
      contact: 'Asking for help',
      end: 'End of the session',
    },
    band: (from, to, times) => `${from} → ${to}: ${times}`,
    noFlow: 'No session lies in this period. Choose other dates, or take a filter away.',
    fewSessions: (n, formatted) =>
      n === 1
        ? 'Of 1 session only: the picture may change with the next ones.'
        : `Of ${formatted} sessions only: the picture may change with the next ones.`,
    firstRows: (shown, all) => `The first ${shown} of ${all} rows. All of them are in the CSV file of this panel.`,
  },
  es: {
    title: 'Sugerencias',
    lead: 'Qué listas de artículos llevan más lejos.',
    figures: 'Todas las listas juntas',
    figure: {
      seen: 'Listas vistas',
      ctr: 'Listas con clic',
      clicks: 'Clics',
      read_after: 'Lectura tras el clic',
      clicks_unseen: 'Clics sin lista vista',
    },
    figureMeaning: {
      seen: 'Veces que la mitad de una lista estuvo a la vista durante un segundo.',
      ctr: 'Listas con un clic, de las listas vistas (CTR). Una lista cuenta una vez, por muchos de sus artículos que se abrieran.',
      clicks: 'Artículos abiertos desde una lista que se vio.',
      read_after:
        'Artículos que se leyeron, de los abiertos desde una lista que se vio. La lectura es como en el informe de artículos.',
      clicks_unseen:
        'Clics en listas de las que no consta que se vieran: el clic llegó antes de un segundo, o en una pestaña que otra abrió antes de su sesión. No forman parte de ningún otro número de aquí.',
    },
    lists: 'Listas por algoritmo',
    noLists:
      'En este periodo no se vio ninguna lista de sugerencias. Una lista cuenta cuando su mitad estuvo a la vista durante un segundo, si la página la marca con `data-help-list`. Elige otras fechas o quita un filtro.',
    column: {
      list: 'Lista',
      algorithm: 'Hecha por',
      seen: 'Vista',
      ctr: 'Con clic',
      clicks: 'Clics',
      read_after: 'Lectura después',
    },
    notSaid: 'no consta',
    places: 'Con clic, puesto a puesto',
    placesMeaning:
      'En cada puesto: de las listas que tenían al menos ese largo, las que recibieron ahí un clic. Todas las barras tienen la misma escala. Para comparar lo que hizo las listas, ordena por ello.',
    place: (place) => `N.º ${place}`,
    clicksAt: (place, clicks) => `Puesto ${place}, clics: ${clicks}`,
    mostSeen: (lists) => `Las ${lists} listas más vistas; las cifras de arriba son de todas.`,
    flow: 'De la búsqueda al artículo y a la sugerencia',
    flowDescription: (steps) =>
      `Bandas de izquierda a derecha, tan anchas como frecuentes: qué vino antes de un artículo, el artículo y qué vino después; ${steps} pasos. La tabla bajo el dibujo los tiene fila a fila.`,
    flowNote:
      'Un artículo al que se llegó desde otro empieza en el centro. Una búsqueda que no llevó a ningún artículo pasa por debajo.',
    flowColumn: { before: 'Llegaron por', article: 'Abrieron', after: 'Después' },
    flowHead: { from: 'Desde', to: 'Hasta', via: 'Dónde estaba el enlace', times: 'Veces', share: 'De lo que siguió' },
    step: {
      search: 'Búsqueda',
      other: 'Otros artículos',
      suggestion: 'Artículo sugerido',
      onward: 'Artículo o búsqueda',
      contact: 'Petición de ayuda',
      end: 'Fin de la sesión',
    },
    band: (from, to, times) => `${from} → ${to}: ${times} veces`,
    noFlow: 'En este periodo no hay ninguna sesión. Elige otras fechas o quita un filtro.',
    fewSessions: (n, formatted) =>
      n === 1
        ? 'De 1 sola sesión: el dibujo puede cambiar con las próximas.'
        : `De solo ${formatted} sesiones: el dibujo puede cambiar con las próximas.`,
    firstRows: (shown, all) => `Las primeras ${shown} de ${all} filas. Todas están en el archivo CSV de este panel.`,
  },
}
