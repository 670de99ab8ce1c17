import type { DashboardLocale } from '../locale.js'
import type { Column } from '../search/columns.js'
import type { FunnelStep } from '../search/funnelSteps.js'
import type { QueryTab } from '../search/queryTabs.js'

type SearchRateName = 'success' | 'ctr' | 'zero_result' | 'no_click' | 'refined'

export interface SearchWords {
  readonly title: string
  readonly lead: string
  readonly figures: string
  readonly figure: Readonly<Record<'searches' | SearchRateName | 'click_after', string>>
  readonly meaning: Readonly<Record<SearchRateName | 'click_after', string>>
  readonly noSearches: string
  readonly noSearchesNext: string
  readonly funnel: string
  readonly funnelMeaning: string
  readonly sameInTable: string
  readonly stepName: string
  readonly step: Readonly<Record<FunnelStep, string>>
  readonly stepMeaning: Readonly<Record<FunnelStep, string>>
  readonly ofAll: string
  readonly places: string
  readonly placesMeaning: string
  readonly noPlaces: string
  readonly place: string
  readonly clicks: string
  readonly ofThese: string
  readonly placesTold: (told: string, clicks: string) => string
  readonly onFirst: (first: string, told: string) => string
  readonly queries: string
  readonly tabs: string
  readonly tab: Readonly<Record<QueryTab, { readonly name: string; readonly lead: string; readonly none: string }>>
  readonly column: Readonly<Record<Column, string>>
  readonly blank: string
  readonly chosenFrom: (queries: string) => string
  readonly allWithheld: string
  readonly withheld: (queries: string, searches: string) => string
}

export const searchWords: Readonly<Record<DashboardLocale, SearchWords>> = {
  en: {
    title: 'Search',
    lead: 'What readers look for, and what comes of it.',
    figures: 'All searches together',
    figure: {
      searches: 'Searches',
      success: 'Search success',
      ctr: 'Clicked',
      zero_result: 'Found nothing',
      no_click: 'Results, but no click',
      refined: 'Refined',
      click_after: 'Time to the click',
    },
    meaning: {
      success:
        'Of all searches, those from which an article was opened and read, and after which neither another search nor a request for help followed in the session.',
      ctr: 'Of the searches that the engine answered, those from which an article was opened within 30 minutes.',
      zero_result: 'Of the searches that the engine answered, those that found nothing.',
      no_click:
        'Of the searches that found something, those from which nothing was opened. The results themselves may have been answer enough.',
      refined:
        'Of all searches, those that another one followed in the same tab within two minutes, before any article.',
      click_after: 'From the search to the first article opened from it: half of them took longer, half less.',
    },
    noSearches: 'Nobody searched in this period, or no search is as the filters ask.',
    noSearchesNext:
      'Take a filter away, or choose other dates. If readers do search, ask the data quality page whether events of searches arrive.',
    funnel: 'How far searches get',
    funnelMeaning:
      'All searches, and how many of them reached each step. The last step is counted by itself: a search whose engine gave no number of results can be a success too, if an article was opened from it and read.',
    sameInTable: 'The table below the drawing holds the same numbers.',
    stepName: 'Step',
    step: {
      searches: 'Searches made',
      known: 'The engine answered',
      found: 'Found something',
      clicked: 'A result was opened',
      success: 'Success',
    },
    stepMeaning: {
      searches: 'by Enter, by choosing a result, or by a second without typing',
      known: 'with a number of results, be it none',
      found: 'with at least one result',
      clicked: 'of an answered search, within 30 minutes',
      success: 'it was read, and nothing else had to be asked',
    },
    ofAll: 'Of all',
    places: 'Where the clicks fell',
    placesMeaning:
      'Which result was opened, counted from the top. Clicks on the first ten places are told one by one; a click whose place is unknown counts nowhere here.',
    noPlaces: 'No click of this period tells the place of its result.',
    place: 'Place',
    clicks: 'Clicks',
    ofThese: 'Of these',
    placesTold: (told, clicks) => `${told} of ${clicks} clicks tell a place among the first ten.`,
    onFirst: (first, told) => `${first} of ${told} on the first`,
    queries: 'Queries',
    tabs: 'Which queries are listed',
    tab: {
      top: { name: 'Top', lead: 'What is searched most comes first.', none: 'No query is listed.' },
      no_results: {
        name: 'No results',
        lead: 'What found nothing most often comes first. Write the article, or teach the search the word.',
        none: 'Every listed query found something each time.',
      },
      no_click: {
        name: 'No click',
        lead: 'What found something of which nothing was opened, most often first. The titles may not say what the articles answer.',
        none: 'Something was opened from each listed query that found anything.',
      },
      refined: {
        name: 'Refined',
        lead: 'What was put in other words most often comes first, with what it mostly became.',
        none: 'No listed query was put in other words.',
      },
      slow: {
        name: 'Slow',
        lead: 'The queries whose results took longest come first: three of four searches took at most the time shown.',
        none: 'No listed query tells how long its results took.',
      },
    },
    column: {
      query: 'Query',
      searches: 'Searches',
      tabs: 'Browser tabs',
      success: 'Success',
      ctr: 'Clicked',
      zero_result: 'Found nothing',
      no_click: 'No click',
      refined: 'Refined',
      refined_to: 'Mostly to',
      position: 'Mean place',
      latency: 'Results in, p75',
    },
    blank: '(neither letters nor digits)',
    chosenFrom: (queries) =>
      `Queries to choose from: ${queries}, the most frequent. Choose a query to see it alone, or a number to see the sessions behind it.`,
    allWithheld:
      'No query can be shown: each was searched in fewer than three tabs, and could be about one person. A longer period shows more.',
    withheld: (queries, searches) =>
      `Queries not shown: ${queries} (searches: ${searches}). Each was searched in fewer than three tabs, so it could be about one person. They count in the totals above.`,
  },
  es: {
    title: 'Búsquedas',
    lead: 'Qué buscan los lectores y qué resulta de ello.',
    figures: 'Todas las búsquedas juntas',
    figure: {
      searches: 'Búsquedas hechas',
      success: 'Búsquedas con éxito',
      ctr: 'Con clic',
      zero_result: 'Sin resultados',
      no_click: 'Con resultados, sin clic',
      refined: 'Refinadas',
      click_after: 'Tiempo hasta el clic',
    },
    meaning: {
      success:
        'Del total de búsquedas, aquellas desde las que se abrió y se leyó un artículo y tras las que no siguió en la sesión ni otra búsqueda ni una petición de ayuda.',
      ctr: 'De las búsquedas a las que respondió el buscador, aquellas desde las que se abrió un artículo en 30 minutos.',
      zero_result: 'De las búsquedas a las que respondió el buscador, las que no encontraron nada.',
      no_click:
        'De las búsquedas que encontraron algo, aquellas desde las que no se abrió nada. Quizá los propios resultados ya fueron respuesta suficiente.',
      refined:
        'Del total de búsquedas, aquellas a las que siguió otra en la misma pestaña en dos minutos, antes de cualquier artículo.',
      click_after: 'De la búsqueda al primer artículo abierto desde ella: la mitad tardó más y la mitad menos.',
    },
    noSearches: 'Nadie buscó en este periodo, o ninguna búsqueda cumple los filtros.',
    noSearchesNext:
      'Quita un filtro o elige otras fechas. Si los lectores sí buscan, consulta en la calidad de los datos si llegan eventos de búsquedas.',
    funnel: 'Hasta dónde llegan las búsquedas',
    funnelMeaning:
      'Todas las búsquedas, y cuántas llegaron a cada paso. El último se cuenta por separado: una búsqueda cuyo buscador no dio un número de resultados también puede tener éxito, si se abrió un artículo desde ella y se leyó.',
    sameInTable: 'La tabla bajo el dibujo tiene los mismos números.',
    stepName: 'Paso',
    step: {
      searches: 'Búsquedas en total',
      known: 'Respondió el buscador',
      found: 'Encontró algo',
      clicked: 'Se abrió un resultado',
      success: 'Con éxito',
    },
    stepMeaning: {
      searches: 'con Intro, al elegir un resultado o tras un segundo sin escribir',
      known: 'con un número de resultados, aunque sea cero',
      found: 'con al menos un resultado',
      clicked: 'de una búsqueda respondida, en 30 minutos',
      success: 'se leyó, y no hizo falta preguntar nada más',
    },
    ofAll: 'Del total',
    places: 'Dónde cayeron los clics',
    placesMeaning:
      'Qué resultado se abrió, contando desde arriba. Los clics en los diez primeros puestos se cuentan uno a uno; un clic cuyo puesto no se conoce no cuenta aquí.',
    noPlaces: 'Ningún clic de este periodo dice el puesto de su resultado.',
    place: 'Puesto',
    clicks: 'Clics',
    ofThese: 'De estos',
    placesTold: (told, clicks) => `${told} de ${clicks} clics dicen un puesto entre los diez primeros.`,
    onFirst: (first, told) => `${first} de ${told} en el primero`,
    queries: 'Qué se busca',
    tabs: 'Qué búsquedas se muestran en la lista',
    tab: {
      top: { name: 'Más frecuentes', lead: 'Primero lo que más se busca.', none: 'La lista está vacía.' },
      no_results: {
        name: 'Nada encontrado',
        lead: 'Primero lo que más veces no encontró nada. Conviene escribir el artículo o enseñar la palabra al buscador.',
        none: 'Todo lo que se muestra en la lista encontró algo cada vez.',
      },
      no_click: {
        name: 'Nada abierto',
        lead: 'Lo que encontró algo sin que se abriera nada, primero lo más repetido. Quizá los títulos no dicen qué responden los artículos.',
        none: 'Se abrió algo desde cada búsqueda de la lista que encontró resultados.',
      },
      refined: {
        name: 'Refinadas',
        lead: 'Primero lo que más veces se volvió a buscar con otras palabras, con lo que pasó a buscarse.',
        none: 'Nada de la lista se volvió a buscar con otras palabras.',
      },
      slow: {
        name: 'Lentas',
        lead: 'Primero las búsquedas cuyos resultados más tardaron: tres de cada cuatro tardaron como mucho el tiempo indicado.',
        none: 'Ninguna búsqueda de la lista dice cuánto tardaron sus resultados.',
      },
    },
    column: {
      query: 'Consulta',
      searches: 'Búsquedas',
      tabs: 'Pestañas',
      success: 'Con éxito',
      ctr: 'Con clic',
      zero_result: 'Sin resultados',
      no_click: 'Sin clic',
      refined: 'Refinadas',
      refined_to: 'Sobre todo a',
      position: 'Puesto medio',
      latency: 'Respuesta, p75',
    },
    blank: '(ni letras ni cifras)',
    chosenFrom: (queries) =>
      `Consultas entre las que se elige: ${queries}, las más frecuentes. Elige una consulta para verla sola, o un número para ver las sesiones que hay detrás.`,
    allWithheld:
      'No se puede mostrar ninguna consulta: cada una se buscó en menos de tres pestañas y podría referirse a una sola persona. Un periodo más largo muestra más.',
    withheld: (queries, searches) =>
      `Consultas que no se muestran: ${queries} (búsquedas: ${searches}). Cada una se hizo en menos de tres pestañas y podría referirse a una sola persona. Cuentan en los totales de arriba.`,
  },
}
