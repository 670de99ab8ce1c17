import type { DashboardLocale } from '../locale.js'

export interface LiveWords {
  readonly title: string
  readonly lead: string
  readonly asOf: string
  readonly still: string
  readonly following: string
  readonly lost: string
  readonly refresh: string
  readonly figures: string
  readonly events: string
  readonly eventsMeaning: string
  readonly lastFive: string
  readonly minutes: string
  readonly minutesDescription: (events: string) => string
  readonly minute: string
  readonly quiet: string
  readonly searches: string
  readonly searchesMeaning: string
  readonly query: string
  readonly results: string
  readonly when: string
  readonly withheld: (n: number, formatted: string) => string
  readonly noSearches: string
  readonly notFound: string
  readonly notFoundMeaning: string
  readonly address: string
  readonly referrer: string
  readonly times: string
  readonly lastTime: string
  readonly noNotFound: string
  readonly openSessions: string
  readonly noneOpen: string
  readonly listedOf: (listed: string, open: string) => string
  readonly endedSessions: string
  readonly noneEnded: string
  readonly allSessions: string
}

export const liveWords: Readonly<Record<DashboardLocale, LiveWords>> = {
  en: {
    title: 'Live',
    lead: 'What happens at this moment.',
    asOf: 'As it was on',
    still: 'The page stays as it is until you load it again.',
    following: 'The page follows what happens.',
    lost: 'The connection is lost; it is tried again and again.',
    refresh: 'Refresh',
    figures: 'Right now',
    events: 'Events',
    eventsMeaning: 'What pages told in the last five minutes. Events of robots and of tests do not count.',
    lastFive: 'In the last five minutes',
    minutes: 'Events of each minute',
    minutesDescription: (events) =>
      `A bar for each of the last five minutes, the latest on the right: ${events} events in all. The table below the chart holds the same numbers.`,
    minute: 'Minute up to',
    quiet: 'No event came in the last five minutes. When a reader opens an article, it shows here.',
    searches: 'Latest searches',
    searchesMeaning:
      'The latest searches of the last 24 hours. A query is shown once enough tabs have made it within 30 days; until then it may be about one person.',
    query: 'Query',
    results: 'Results',
    when: 'When',
    withheld: (n, formatted) =>
      n === 1
        ? 'One more search is not shown: too few tabs have made it within 30 days.'
        : `${formatted} more searches are not shown: too few tabs have made them within 30 days.`,
    noSearches: 'Nobody searched in the last 24 hours. Earlier searches are on the page of search.',
    notFound: 'Pages not found',
    notFoundMeaning: 'Addresses that readers asked for in the last 24 hours and that led to no page, the latest first.',
    address: 'Address',
    referrer: 'Linked from',
    times: 'Times',
    lastTime: 'Last time',
    noNotFound: 'Nobody missed a page in the last 24 hours.',
    openSessions: 'Open sessions',
    noneOpen: 'No session is open now. The next reader who opens an article begins one.',
    listedOf: (listed, open) => `${listed} of ${open} are listed: those that began last, within the last 24 hours.`,
    endedSessions: 'Latest ended sessions',
    noneEnded: 'No session that began in the last 24 hours has ended. Earlier ones are on the page of all sessions.',
    allSessions: 'All sessions of the period',
  },
  es: {
    title: 'En directo',
    lead: 'Lo que ocurre en este momento.',
    asOf: 'Tal como estaba el',
    still: 'La página queda como está hasta que se vuelva a cargar.',
    following: 'La página sigue lo que ocurre.',
    lost: 'Se ha perdido la conexión; se intenta una y otra vez.',
    refresh: 'Actualizar',
    figures: 'Ahora mismo',
    events: 'Eventos',
    eventsMeaning:
      'Lo que contaron las páginas en los últimos cinco minutos. Los eventos de robots y de pruebas no cuentan.',
    lastFive: 'En los últimos cinco minutos',
    minutes: 'Eventos de cada minuto',
    minutesDescription: (events) =>
      `Una barra por cada uno de los últimos cinco minutos, el más reciente a la derecha: ${events} eventos en total. La tabla bajo el gráfico tiene los mismos números.`,
    minute: 'Minuto hasta las',
    quiet: 'No llegó ningún evento en los últimos cinco minutos. Cuando alguien abre un artículo, se verá aquí.',
    searches: 'Últimas búsquedas',
    searchesMeaning:
      'Las últimas búsquedas de las últimas 24 horas. Una consulta se muestra cuando la han hecho bastantes pestañas en 30 días; hasta entonces puede tratar de una sola persona.',
    query: 'Consulta',
    results: 'Resultados',
    when: 'Cuándo',
    withheld: (n, formatted) =>
      n === 1
        ? 'Otra búsqueda no se muestra: la han hecho muy pocas pestañas en 30 días.'
        : `Otras ${formatted} búsquedas no se muestran: las han hecho muy pocas pestañas en 30 días.`,
    noSearches: 'Nadie buscó en las últimas 24 horas. Las búsquedas anteriores están en la página de búsquedas.',
    notFound: 'Páginas no encontradas',
    notFoundMeaning:
      'Direcciones que los lectores pidieron en las últimas 24 horas y que no llevaban a ninguna página, la más reciente primero.',
    address: 'Dirección',
    referrer: 'Enlazada desde',
    times: 'Veces',
    lastTime: 'Última vez',
    noNotFound: 'Nadie echó en falta una página en las últimas 24 horas.',
    openSessions: 'Sesiones abiertas',
    noneOpen: 'No hay ninguna sesión abierta. El próximo lector que abre un artículo empezará una.',
    listedOf: (listed, open) =>
      `Se muestran ${listed} de ${open}: las que empezaron más tarde, dentro de las últimas 24 horas.`,
    endedSessions: 'Últimas sesiones terminadas',
    noneEnded:
      'Ninguna sesión empezada en las últimas 24 horas ha terminado. Las anteriores están en la página de todas las sesiones.',
    allSessions: 'Todas las sesiones del periodo',
  },
}
