import type { Messages } from './messages.js'

export const es: Messages = {
  frame: {
    language: 'Idioma',
    range: 'Periodo',
    days: (n) => `${n} días`,
    sessionsOf: (site) => `Sesiones de ayuda de ${site}`,
    timeZone: (name) => `Zona horaria: ${name}`,
    comparedWith: (period) => `comparado con ${period}`,
    stillCounting: 'El día de hoy aún se está contando. El cambio se compara con la misma parte del periodo anterior.',
    synthetic: 'Datos sintéticos',
    syntheticMeaning: 'El comando de siembra creó estas sesiones, en todo o en parte. No las hizo ningún lector.',
    meaningOf: (name) => `Qué significa «${name}»`,
    definition: (id, version) => `Definición: ${DEFINITION_NAMES[id] ?? id}, versión ${version}`,
    backToOverview: 'Todas las sesiones',
  },
  entry: { article_click: 'Clic en artículo', direct_link: 'Enlace directo', search_enter: 'Buscador, Intro' },
  entryMeaning: {
    article_click:
      'Sesiones que empezaron cuando el lector hizo clic en un enlace a un artículo, también en resultados y sugerencias.',
    direct_link:
      'Sesiones que empezaron en la dirección de un artículo: escrita, guardada en favoritos o enlazada desde otro sitio.',
    search_enter: 'Sesiones que empezaron cuando el lector pulsó Intro sobre una opción del buscador.',
  },
  via: {
    nav: 'desde la navegación',
    home: 'desde la portada',
    search_result: 'desde resultados',
    suggestion: 'desde una sugerencia',
    in_article: 'desde otro artículo',
    external: 'desde fuera',
  },
  totals: {
    title: 'Totales',
    sessions: 'Sesiones',
    shareOfSessions: (share) => `${share} de las sesiones`,
    before: (value) => `antes ${value}`,
    noRatio: 'Sin porcentaje: en el periodo anterior no hubo',
    orphans: 'Búsquedas huérfanas',
    orphansMeaning:
      'Búsquedas que no abrieron ningún artículo y no están en ninguna sesión. Se muestran junto a las sesiones y nunca se suman a ellas.',
    notInSessions: 'Fuera de las sesiones',
    open: 'Abiertas ahora',
    openMeaning: 'Sesiones cuyo lector estuvo activo hace menos que el tiempo de inactividad que las cerraría.',
    rightNow: 'En este momento',
  },
  chart: {
    title: 'Sesiones por día y entrada',
    description: (total, period) =>
      `Barras apiladas, una por día: ${total} sesiones, ${period}. La tabla bajo el gráfico tiene los mismos números.`,
    legend: 'Entradas',
    soFar: 'hoy, hasta ahora',
    today: 'hoy',
    noSessions: 'Sin sesiones en este periodo',
    asTable: 'Ver como tabla',
    day: 'Día',
    total: 'Total',
  },
  latest: {
    title: 'Últimas sesiones',
    started: 'Inicio',
    entry: 'Entrada',
    article: 'Artículo',
    length: 'Duración',
    articles: 'Artículos',
    searches: 'Búsquedas',
    ended: 'Final',
    live: 'en curso',
    none: 'Ninguna sesión empezó en este periodo.',
    openTimeline: (started) => `Línea de tiempo de la sesión iniciada el ${started}`,
  },
  ended: {
    idle: (gap) => `${gap} sin actividad`,
    close: 'chat cerrado',
    transfer: 'pasada a un agente',
    survey_answered: 'encuesta respondida',
    interrupted: 'interrumpida',
  },
  vitals: {
    title: 'Métricas web por artículo',
    article: 'Artículo',
    navigation: 'Navegación',
    hard: 'carga de página',
    soft: 'dentro de la app',
    rating: { good: 'bien', needs_work: 'mejorable', poor: 'mal' },
    sample: (n) => `n ${n}`,
    tooFew: (least) => `En gris: menos de ${least} mediciones, muy pocas para juzgar.`,
    metric: { LCP: 'mayor elemento visible', INP: 'respuesta a la interacción', CLS: 'saltos de diseño' },
    thresholds: (good, poor) => `bien hasta ${good}, mal por encima de ${poor}`,
    none: 'No se midieron métricas web en este periodo.',
    more: (n) => (n === 1 ? 'Ver 1 artículo más' : `Ver ${n} artículos más`),
  },
  definitions: {
    sessions: {
      version: 2,
      text: 'Sesiones según el intervalo en que empezaron. Una sesión empieza cuando un lector abre un artículo por un clic, por un enlace directo o con Intro sobre una opción del buscador, y termina cinco minutos después de la última actividad en su pestaña; una búsqueda que no abre ningún artículo no es una sesión. Los eventos de robots y de pruebas no cuentan.',
    },
    live: {
      version: 2,
      text: 'Las sesiones abiertas ahora, cuyo tiempo de inactividad no se ha agotado, y las últimas que empezaron en el periodo, de la más nueva a la más antigua. La duración va del inicio a la última actividad; la inactividad posterior no forma parte de ella. Los eventos de robots y de pruebas no cuentan.',
    },
    vitals: {
      version: 2,
      text: 'Para cada artículo y métrica, el valor que tres de cada cuatro páginas vistas no superan (percentil 75, rango más cercano), y cuántas páginas vistas se midieron. Cuenta el último informe de cada página vista; las cargas y la navegación dentro de la app van por separado. Los eventos de robots y de pruebas no cuentan.',
    },
  },
  timeline: {
    title: (started) => `Sesión del ${started}`,
    whyStarted: 'Por qué empezó',
    started: {
      article_click: 'El lector hizo clic en un enlace al artículo.',
      direct_link: 'El lector llegó al artículo por un enlace directo.',
      search_enter: 'El lector pulsó Intro sobre una opción del buscador.',
    },
    whyEnded: 'Por qué terminó',
    stillOpen: (at) => `Está abierta. Sin actividad, termina a las ${at}.`,
    endedAt: (at) => `Terminó a las ${at}.`,
    endedIdle: (gap) => `Sin actividad durante ${gap}.`,
    length: 'Duración',
    longestGap: 'Pausa más larga',
    ofLimit: (limit) => `de ${limit}`,
    rule: 'Regla',
    ruleVersion: (channel, version) => `${CHANNEL_NAMES[channel] ?? channel}, versión ${version}`,
    ruleText: (limit, ends, from) => `Termina en cuanto pasan ${ENDS[ends]}${limit} sin ${FROM[from]}.`,
    visitor: 'Visitante',
    tab: 'Pestaña',
    previous: 'Sesión anterior en esta pestaña',
    noPrevious: 'Ninguna en esta pestaña',
    events: 'Qué pasó',
    did: { started: 'inició la sesión', kept: 'la mantuvo abierta', noted: 'no es actividad en sí' },
    gap: (gap, limit) => `${gap} de ${limit} sin actividad`,
    activeUntil: (at) => `con actividad hasta las ${at}`,
    ended: 'Sesión terminada',
    open: 'Sesión abierta',
    disagrees: 'La página y el recuento no coinciden',
    disagreesMeaning: (n) =>
      n === 1
        ? 'Un evento declaró otra sesión que la que encuentra el reglamento. Aquí se muestra la respuesta del reglamento.'
        : `${n} eventos declararon otra sesión que la que encuentra el reglamento. Aquí se muestra la respuesta del reglamento.`,
    claimed: (id) => `declaró la sesión ${id}`,
    claimedNone: 'no declaró ninguna sesión',
  },
  event: {
    opened: 'Abrió',
    nav: { load: 'carga de página', soft: 'navegación interna', reload: 'recarga', history: 'atrás o adelante' },
    position: (n) => `posición ${n}`,
    active: 'Lector activo',
    hidden: 'Pestaña oculta',
    searched: 'Buscó',
    quote: (text) => `«${text}»`,
    results: (n, formatted) => (n === 1 ? '1 resultado' : `${formatted} resultados`),
    searchFailed: 'la búsqueda falló',
    trigger: {
      enter: 'con Intro',
      typing_pause: 'tras una pausa al escribir',
      option: 'al elegir una opción',
      leave: 'la dejó sin terminar',
    },
    votedUp: 'Votó: útil',
    votedDown: 'Votó: no útil',
    vital: 'Medición',
  },
  message: {
    empty: {
      title: 'Aún no hay sesiones',
      text: 'Todo está en su sitio; en este periodo no se ha contado nada.',
      next: [
        'Abre un artículo del centro de ayuda en otra pestaña, acepta el aviso de consentimiento y recarga esta página.',
        'Nada se cuenta antes del consentimiento, ni después de un rechazo.',
        'Pregunta en la dirección `health` del recolector si está listo.',
        'Para ver un mes de sesiones sintéticas, arranca la demo con `--seed`.',
      ],
    },
    closed: {
      title: 'La lectura está cerrada',
      text: 'Los informes son para quienes tú permitas. En producción no es nadie, hasta que digas quién.',
      next: [
        'Pasa `authorize(request)` donde se crean los manejadores y responde true para tu equipo.',
        'O define `HELPTALLY_TOKEN` en el servidor y presenta ese token.',
      ],
    },
    failed: {
      title: 'No se pudieron leer los informes',
      text: 'Los eventos están a salvo: lo confirmado está en el registro. Solo falló la lectura.',
      next: [
        'Recarga la página.',
        'Pregunta en la dirección `health` del recolector qué ocurre.',
        'Busca líneas que empiecen por `[helptally]` en la salida del servidor.',
      ],
    },
    not_found: {
      title: 'Esa sesión no existe',
      text: 'Ninguna sesión tiene este id. Puede haberse borrado con su visitante, o el enlace se cortó.',
      next: ['Comprueba que la dirección esté completa.', 'Elige una sesión de la lista.'],
    },
    detail: 'Lo que dijo el servidor',
  },
}

const FROM = { activity: 'actividad', user_message: 'un mensaje del usuario', interaction: 'una interacción' } as const
const ENDS = { reached: '', exceeded: 'más de ' } as const
const CHANNEL_NAMES: Readonly<Record<string, string>> = { help: 'ayuda' }
const DEFINITION_NAMES: Readonly<Record<string, string>> = {
  sessions: 'sesiones',
  live: 'ahora',
  vitals: 'métricas web',
}
