import type { Metric, ReportName } from '@helptally/server/reports'

type Metrics = Readonly<Record<string, Metric>>

const NO_READING = 'ninguna apertura contó su lectura'

const ofArticle: Metrics = {
  opens: { counts: 'aperturas; una recarga en 10 segundos, y la vuelta atrás en 30 minutos, es la misma apertura' },
  session_views: { counts: 'sesiones en las que se abrió' },
  engaged_median_ms: {
    counts: 'mediana del tiempo de lectura de las aperturas que lo contaron',
    null_when: NO_READING,
  },
  engaged_p75_ms: {
    counts: 'tiempo de lectura en el rango ceil(0,75 × n) de las n aperturas que lo contaron',
    null_when: NO_READING,
  },
  scroll_median: { counts: 'mediana de la mayor parte de su altura, en %, que estuvo a la vista' },
  read: { counts: 'aperturas que se leyeron', of: 'opens' },
  quick_exit: { counts: 'aperturas que se dejaron enseguida', of: 'opens' },
  last_article: { counts: 'aperturas que fueron la última de su sesión', of: 'session_views' },
  search_again: { counts: 'aperturas a las que siguió una búsqueda en su sesión', of: 'opens' },
  contact_after: {
    counts: 'sesiones con él cuyo visitante pidió ayuda en las 24 horas siguientes',
    of: 'session_views',
  },
  helpfulness: {
    counts: 'votos a favor, el último de cada visitante sobre cada revisión',
    of: 'votos a favor y en contra',
  },
  'helpfulness.low': {
    counts:
      '(p + z² / 2n − z × √((p × (1 − p) + z² / 4n) / n)) / (1 + z² / n), con p = helpfulness, n = sus votos, z = 1,96',
    null_when: 'no hay ningún voto',
  },
  votes: { counts: 'votos a favor y en contra, el último de cada visitante sobre cada revisión', of: 'opens' },
  failed: {
    counts: 'aperturas con un voto en contra, una salida rápida, una nueva búsqueda o un contacto posterior',
    of: 'opens',
  },
  score: { counts: 'aperturas fallidas × límite inferior del intervalo de Wilson al 95 % de failed' },
}

const speed: Metrics = {
  'speed.read': { counts: 'aperturas de esa rapidez que se leyeron', of: 'aperturas de esa rapidez' },
  'speed.quick_exit': { counts: 'aperturas de esa rapidez que se dejaron enseguida', of: 'aperturas de esa rapidez' },
}

const orphanSearches: Metric = {
  counts: 'búsquedas fuera de toda sesión desde las que no se abrió ningún artículo en 30 minutos; no son sesiones',
}

/** How the numbers of each report are reckoned, in Spanish: for the versions that `definitionsEs` translates. */
export const metricsEs: Readonly<Record<ReportName, Metrics>> = {
  sessions: {
    sessions: { counts: 'sesiones que empezaron en el intervalo' },
    article_click: { counts: 'las que abrieron su artículo por un clic' },
    direct_link: { counts: 'las que abrieron su artículo por un enlace directo' },
    search_enter: { counts: 'las que abrieron su artículo con Intro sobre una opción del buscador' },
    orphan_searches: orphanSearches,
  },
  articles: { ...ofArticle, articles: { counts: 'artículos que se abrieron' } },
  article: {
    ...ofArticle,
    ...speed,
    'arrivals.opens': { counts: 'aperturas de lectores que llegaron así' },
    'arrivals.withheld': { counts: 'las que vienen de una búsqueda que hicieron menos de k pestañas' },
    'departures.opens': { counts: 'aperturas a las que siguió, lo primero en la sesión' },
    'reading.openings': { counts: 'aperturas que vieron al menos tanto', of: 'aperturas que contaron su lectura' },
    'reasons.votes': { counts: 'votos así, por ese motivo, el último de cada visitante sobre cada revisión' },
    'suggested.clicked': { counts: 'veces que la lista se vio en él, con clic', of: 'veces que se vio en él' },
  },
  searches: {
    searches: { counts: 'búsquedas hechas a propósito' },
    tabs: { counts: 'pestañas distintas que la hicieron' },
    known: { counts: 'búsquedas a las que el buscador respondió con un número de resultados' },
    zero: { counts: 'búsquedas conocidas que no encontraron nada' },
    failed: { counts: 'searches − known' },
    filtered: { counts: 'búsquedas hechas con filtros' },
    ctr: { counts: 'búsquedas conocidas con clic', of: 'known' },
    clicks: { counts: 'artículos abiertos desde una búsqueda en 30 minutos' },
    clicks_by_enter: { counts: 'clics con Intro sobre una opción' },
    clicks_by_click: { counts: 'clicks − clicks_by_enter' },
    clicks_per_search: { counts: 'clicks / searches', null_when: 'searches es 0' },
    mean_position: {
      counts: 'suma de las posiciones de los clics / clics que la cuentan',
      null_when: 'ningún clic cuenta su posición',
    },
    clicks_at: { counts: 'clics en la posición 1, en la 2, etc., hasta la 10' },
    mrr: {
      counts: 'suma de 1 / posición del primer clic de cada búsqueda conocida, 0 sin clic',
      of: 'known',
    },
    mrr_of_clicks: { counts: 'suma de 1 / posición de los clics', of: 'clics que la cuentan' },
    zero_result: { counts: 'zero', of: 'known' },
    no_click: { counts: 'búsquedas conocidas con resultados y sin clic', of: 'known − zero' },
    refined: {
      counts: 'búsquedas a las que siguió otra en la pestaña en 2 minutos, antes de cualquier artículo',
      of: 'searches',
    },
    exit: {
      counts: 'búsquedas sin clic tras las que no se hizo nada en la pestaña durante el tiempo de inactividad',
      of: 'búsquedas con esa antigüedad',
    },
    exit_with_results: {
      counts: 'salidas de búsquedas con resultados',
      of: 'búsquedas con resultados y esa antigüedad',
    },
    exit_without_results: {
      counts: 'salidas de búsquedas que no encontraron nada',
      of: 'búsquedas que no encontraron nada, con esa antigüedad',
    },
    success: {
      counts:
        'búsquedas desde las que se abrió y se leyó un artículo y a las que no siguió otra búsqueda ni un contacto',
      of: 'searches',
    },
    click_after_median_ms: {
      counts: 'mediana del tiempo desde una búsqueda hasta su primer clic',
      null_when: 'ninguna búsqueda tuvo clic',
    },
    latency_median_ms: {
      counts: 'mediana del tiempo desde la petición hasta los resultados',
      null_when: 'ninguna búsqueda lo cuenta',
    },
    latency_p75_ms: {
      counts: 'ese tiempo en el rango ceil(0,75 × n) de n',
      null_when: 'ninguna búsqueda lo cuenta',
    },
    sessions_with_search: { counts: 'sesiones con una búsqueda', of: 'sesiones' },
    orphan_searches: orphanSearches,
    'withheld.queries': { counts: 'consultas que hicieron menos de k pestañas' },
    'withheld.searches': { counts: 'búsquedas de esas consultas' },
  },
  gaps: {
    score: {
      counts: '1 × zero_result + 0,8 × contact_after + 0,6 × no_click + 0,5 × quick_exit + 0,3 × refined_away',
    },
    zero_result: { counts: 'visitantes, cada uno una vez al día, cuyo fallo de más peso fue no encontrar nada' },
    contact_after: { counts: 'aquellos cuyo fallo de más peso fue pedir ayuda en 24 horas' },
    no_click: { counts: 'aquellos cuyo fallo de más peso fue no abrir ningún resultado' },
    quick_exit: { counts: 'aquellos cuyo fallo de más peso fue dejar enseguida el primero que abrieron' },
    refined_away: { counts: 'aquellos cuyo fallo de más peso fue buscar de nuevo' },
    tabs: { counts: 'pestañas distintas en las que falló' },
    failed: { counts: 'búsquedas fallidas', of: 'búsquedas que se pueden juzgar' },
    before: { counts: 'búsquedas fallidas de los 28 días anteriores a escribirlo', of: 'búsquedas de esos días' },
    after: { counts: 'búsquedas fallidas de los 28 días posteriores a escribirlo', of: 'búsquedas de esos días' },
    gaps: { counts: 'consultas, o consultas juntadas, que fallaron en k pestañas' },
    by_status: { counts: 'contenidos que faltan en cada estado' },
    'withheld.queries': { counts: 'consultas que fallaron en menos de k pestañas' },
    'withheld.searches': { counts: 'búsquedas fallidas de esas consultas' },
  },
  suggestions: {
    seen: { counts: 'veces que la mitad de la lista estuvo a la vista durante un segundo' },
    ctr: { counts: 'las que tuvieron clic, por muchos que fueran', of: 'seen' },
    clicks: { counts: 'artículos abiertos desde la lista en el día siguiente a verla' },
    read_after: { counts: 'clics cuyo artículo se leyó', of: 'clicks' },
    clicks_at: { counts: 'clics en el puesto 1, en el 2, etc., hasta el 10' },
    ctr_at: { counts: 'listas pulsadas en ese puesto', of: 'listas vistas que eran tan largas' },
    clicks_unseen: { counts: 'clics en listas de las que no se conoce ninguna vista; no forman parte de clicks' },
  },
  flow: {
    times: { counts: 'cuántas veces lo uno siguió a lo otro dentro de sesiones' },
    share: { counts: 'times', of: 'todo lo que siguió a lo primero' },
    sessions: { counts: 'sesiones con un artículo' },
    articles: { counts: 'artículos que figuran por sí mismos o dentro de other' },
  },
  outcomes: {
    sessions: { counts: 'sesiones que empezaron en el intervalo: found + failed + contacted' },
    found: { counts: 'sesiones en las que se leyó un artículo y no se envió ningún contacto' },
    failed: { counts: 'sesiones en las que no se leyó ninguno ni se envió ningún contacto' },
    contacted: { counts: 'sesiones en las que se envió un contacto, cada una una vez' },
    contact: { counts: 'contacted', of: 'sessions' },
    contact_starts: { counts: 'sesiones en las que se empezó un contacto' },
    helpfulness: {
      counts: 'votos a favor, el último de cada visitante sobre cada revisión, en sesiones y fuera de ellas',
      of: 'votos a favor y en contra',
    },
    'helpfulness.low': ofArticle['helpfulness.low']!,
    one_article: { counts: 'sesiones que mostraron un artículo' },
    two_articles: { counts: 'sesiones que mostraron dos artículos distintos' },
    three_articles: { counts: 'sesiones que mostraron tres' },
    more_articles: { counts: 'sesiones que mostraron cuatro o más' },
    duration_median_ms: {
      counts: 'mediana de última actividad − inicio, de las sesiones con actividad tras el inicio',
      null_when: 'ninguna sesión la tiene',
    },
    one_event: { counts: 'sesiones sin actividad tras el inicio; no tienen duración' },
    interactions: {
      counts: 'búsquedas + clics en sugerencias + aperturas + votos + clics en un contacto, en sesiones',
    },
    interactions_per_session: { counts: 'interactions / sessions', null_when: 'sessions es 0' },
  },
  deflection: {
    sessions: { counts: 'sesiones que empezaron el formulario' },
    opened: { counts: 'las que después abrieron un artículo que este había ofrecido' },
    submitted: { counts: 'las que enviaron un contacto de cualquier tipo' },
    deflected: { counts: 'las que abrieron uno y no enviaron ninguno', of: 'sessions' },
    'tickets.confirmed': {
      counts: 'sesiones sin ticket ni contacto cuyo último paso fue un artículo leído o un voto a favor de uno',
      of: 'todas las sesiones del periodo',
    },
    'tickets.potential': { counts: 'sesiones a las que no siguió ningún ticket', of: 'todas las sesiones del periodo' },
    'tickets.none': { counts: 'sesiones a las que siguió un ticket', of: 'todas las sesiones del periodo' },
    'tickets.provisional': { counts: 'sesiones potenciales cuyo plazo no ha terminado' },
    'self_service.sessions': { counts: 'sesiones de ayuda del periodo' },
    'self_service.users': {
      counts: 'visitantes distintos que abrieron tickets en él; quien no es conocido es uno más',
    },
    'self_service.score': {
      counts: 'self_service.sessions / self_service.users',
      null_when: 'nadie abrió un ticket',
    },
  },
  vitals: {
    ...speed,
    p75: { counts: 'el valor en el rango ceil(0,75 × n), del último informe de cada página vista' },
    n: { counts: 'páginas vistas que se midieron' },
    good: { counts: 'páginas vistas que no superan el límite de buena', of: 'n' },
    needs_improvement: { counts: 'páginas vistas entre los dos límites', of: 'n' },
    poor: { counts: 'páginas vistas que superan el límite de mala', of: 'n' },
  },
  live: {
    open: { counts: 'sesiones cuyo tiempo de inactividad no ha terminado ahora' },
    duration_ms: { counts: 'última actividad − inicio de la sesión' },
    articles: { counts: 'artículos abiertos en la sesión' },
    searches: { counts: 'búsquedas hechas en la sesión' },
    per_minute: { counts: 'eventos de cada uno de los últimos 5 minutos, el más reciente al final' },
    'searches.results': { counts: 'resultados que encontró la búsqueda', null_when: 'el buscador falló' },
    searches_withheld: {
      counts: 'de las últimas búsquedas de 24 horas, las que hicieron menos de k pestañas en 30 días',
    },
    'not_found.times': { counts: 'cuántas veces no se encontró la página en 24 horas' },
  },
  channels: {
    sessions: { counts: 'sesiones del canal que empezaron en el periodo' },
    interactions: { counts: 'mensajes de todas las partes dentro de esas sesiones', null_when: 'el canal es help' },
    user_turns: { counts: 'mensajes de usuarios dentro de esas sesiones', null_when: 'el canal es help' },
    'ended.open': { counts: 'las que continúan' },
    'ended.idle': { counts: 'las que terminaron por inactividad' },
    'ended.close': { counts: 'las que terminaron al cerrarse la ventana del chat' },
    'ended.transfer': { counts: 'las que terminaron con una transferencia a un agente' },
    'ended.survey_answered': { counts: 'las que terminaron con una encuesta respondida' },
    'ended.interrupted': { counts: 'las que se interrumpieron' },
    help: { counts: 'sesiones del canal help' },
    conversations: { counts: 'sesiones de todos los canales − help' },
    'intervals.sessions': { counts: 'sesiones de cada canal que empezaron en el intervalo' },
  },
  ledger: {
    received: { counts: 'accepted + duplicate + late + bot + test + consent_missing + invalid + over_limit' },
    accepted: { counts: 'eventos guardados y contados' },
    duplicate: { counts: 'eventos que ya estaban aquí' },
    late: { counts: 'eventos que ocurrieron más de 7 días antes de enviarse' },
    bot: { counts: 'eventos de robots, guardados y no contados' },
    test: { counts: 'eventos de pruebas, guardados y no contados' },
    consent_missing: { counts: 'eventos sin el id de un visitante que haya consentido' },
    invalid: { counts: 'eventos que no son de este esquema' },
    over_limit: { counts: 'eventos de un emisor que envió demasiado de una vez; se envían de nuevo más tarde' },
    dropped: { counts: 'eventos que las páginas abandonaron sin enviar; no forman parte de received' },
    refused: { counts: 'peticiones que no traían ningún lote legible; no forman parte de received' },
    'reasons.events': { counts: 'eventos no admitidos por esa razón, en los últimos 7 días' },
  },
}
