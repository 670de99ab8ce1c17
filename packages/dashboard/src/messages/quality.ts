import type { Outcome } from '@helptally/core'
import type { DashboardLocale } from '../locale.js'

export interface QualityWords {
  readonly title: string
  readonly lead: string
  readonly notFiltered: string
  readonly figures: string
  readonly received: string
  readonly receivedMeaning: string
  readonly ofReceived: (share: string, received: string) => string
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly outcomeMeaning: Readonly<Record<Outcome, string>>
  readonly sum: (parts: string, received: string) => string
  readonly sumDiffers: (parts: string, sum: string, received: string) => string
  readonly nothing: string
  readonly nothingNext: string
  readonly beside: string
  readonly notPart: string
  readonly dropped: string
  readonly droppedMeaning: string
  readonly refused: string
  readonly refusedMeaning: string
  readonly unaccepted: string
  readonly unacceptedMeaning: string
  readonly unacceptedDescription: (events: string, period: string) => string
  readonly allAccepted: string
  readonly legend: string
  readonly inAll: string
  readonly reasons: string
  readonly reasonsMeaning: string
  readonly outcomeHead: string
  readonly reason: string
  readonly events: string
  readonly noReasons: string
  /** Leads to where it is done. */
  readonly recount: string
  readonly lookUp: string
  readonly lookUpLead: string
  readonly eventId: string
  readonly find: string
  readonly badId: string
  readonly unknown: string
  readonly arrivals: (n: number, formatted: string) => string
  readonly arrivalsOf: (id: string) => string
  readonly receivedAt: string
  readonly site: string
  readonly event: string
  readonly happenedAt: string
  readonly clock: string
  readonly clockBelieved: string
  readonly session: string
  readonly openSession: string
}

export const qualityWords: Readonly<Record<DashboardLocale, QualityWords>> = {
  en: {
    title: 'Data quality',
    lead: 'What became of every event that arrived.',
    notFiltered: 'Filters do not narrow this page: an event that was not taken in has no entry, article or session.',
    figures: 'Events received, and what became of them',
    received: 'Received',
    receivedMeaning: 'Every event that arrived in the period, however it ended. What is sent twice is received twice.',
    ofReceived: (share, received) => `${share} of ${received} received`,
    outcome: {
      accepted: 'Accepted',
      duplicate: 'Duplicate',
      late: 'Too late',
      bot: 'Robots',
      test: 'Tests',
      consent_missing: 'Without consent',
      invalid: 'Invalid',
      over_limit: 'Over the limit',
    },
    outcomeMeaning: {
      accepted: 'Kept, and counted in every other report.',
      duplicate: 'It was here before. Pages send again what nobody confirmed, so some are to be expected.',
      late: 'It happened more than seven days before it was sent.',
      bot: 'Sent by a robot: kept apart, not counted.',
      test: 'Sent by a site that tries itself out: kept apart, not counted.',
      consent_missing: 'It carries no visitor id, which a reader gets with consent.',
      invalid: 'It is no event of this schema. The reasons below say what was wrong.',
      over_limit: 'Its tab sends more than it may. The page sends it again later, and it is then received again.',
    },
    sum: (parts, received) => `The outcomes sum to what was received: ${parts} = ${received}.`,
    sumDiffers: (parts, sum, received) =>
      `The outcomes should sum to what was received, and do not: ${parts} = ${sum}, received ${received}. Please report it.`,
    nothing: 'No event arrived in this period.',
    nothingNext: 'Open an article in another tab and accept the consent notice, or choose other dates.',
    beside: 'Beside the sum',
    notPart: 'Not part of received',
    dropped: 'Given up by pages',
    droppedMeaning:
      'Events that pages had to give up before they were sent. The page tells how many with its next batch.',
    refused: 'Refused requests',
    refusedMeaning: 'Requests that held no readable batch. How many events were in them is not known.',
    unaccepted: 'Not accepted, by outcome',
    unacceptedMeaning: 'Of the events received, all but the accepted ones, by when they were received.',
    unacceptedDescription: (events, period) =>
      `Stacked bars: ${events} events that were not accepted, ${period}. The table below the chart holds the same numbers.`,
    allAccepted: 'Every event received was accepted',
    legend: 'Kinds of outcome',
    inAll: 'In all',
    reasons: 'Why events were not taken in',
    reasonsMeaning:
      'The reasons that the collector gave, the most frequent first. They are kept for seven days, so a longer period shows those of its last seven days. Duplicates have none.',
    outcomeHead: 'Outcome',
    reason: 'Reason',
    events: 'Events',
    noReasons: 'No reason is on record: within the last seven days of this period, nothing was turned away.',
    recount: 'Count this period again from the log',
    lookUp: 'Look up an event',
    lookUpLead: 'Every event has an id. A page shows it among the requests that it sends, in the tools of the browser.',
    eventId: 'Id of the event',
    find: 'Look up',
    badId: 'This is no id of an event: expected 36 characters such as `019ab000-0000-7000-8000-000000000001`.',
    unknown: 'Nobody knows this event: none of this id is kept, and none was turned away within seven days.',
    arrivals: (n, formatted) => (n === 1 ? 'It arrived once.' : `It arrived ${formatted} times.`),
    arrivalsOf: (id) => `Arrivals of ${id}`,
    receivedAt: 'Received at',
    site: 'Site',
    event: 'Event',
    happenedAt: 'Happened at',
    clock: 'Clock of the page',
    clockBelieved: 'was right',
    session: 'Its session',
    openSession: 'Open the timeline',
  },
  es: {
    title: 'Calidad de los datos',
    lead: 'Qué fue de cada evento que llegó.',
    notFiltered:
      'Los filtros no acotan esta página: un evento que no se admitió no tiene entrada, ni artículo, ni sesión.',
    figures: 'Eventos recibidos, y qué fue de ellos',
    received: 'Recibidos',
    receivedMeaning:
      'Todos los eventos que llegaron en el periodo, acabaran como acabaran. Lo que se envía dos veces se recibe dos veces.',
    ofReceived: (share, received) => `${share} de ${received} recibidos`,
    outcome: {
      accepted: 'Aceptados',
      duplicate: 'Duplicados',
      late: 'Demasiado tarde',
      bot: 'De robots',
      test: 'De pruebas',
      consent_missing: 'Sin consentimiento',
      invalid: 'No válidos',
      over_limit: 'Por encima del límite',
    },
    outcomeMeaning: {
      accepted: 'Guardados, y contados en todos los demás informes.',
      duplicate:
        'Ya habían llegado antes. Las páginas vuelven a enviar lo que nadie confirmó, así que es normal que haya algunos.',
      late: 'Ocurrieron más de siete días antes de enviarse.',
      bot: 'Los envió un robot: se guardan aparte y no cuentan.',
      test: 'Los envió un sitio que se prueba a sí mismo: se guardan aparte y no cuentan.',
      consent_missing: 'No llevan el id de visitante que el lector recibe al dar su consentimiento.',
      invalid: 'No son eventos de este esquema. Los motivos de abajo dicen qué fallaba.',
      over_limit:
        'Su pestaña envía más de lo permitido. La página los envía de nuevo más tarde, y entonces se reciben otra vez.',
    },
    sum: (parts, received) => `Los resultados suman lo recibido: ${parts} = ${received}.`,
    sumDiffers: (parts, sum, received) =>
      `Los resultados deberían sumar lo recibido, y no lo hacen: ${parts} = ${sum}, recibidos ${received}. Le rogamos que lo comunique.`,
    nothing: 'No llegó ningún evento en este periodo.',
    nothingNext: 'Abre un artículo en otra pestaña y acepta el aviso de consentimiento, o elige otras fechas.',
    beside: 'Fuera de la suma',
    notPart: 'No forman parte de los recibidos',
    dropped: 'Descartados por las páginas',
    droppedMeaning:
      'Eventos a los que las páginas tuvieron que renunciar antes de enviarlos. La página dice cuántos con su siguiente envío.',
    refused: 'Peticiones rechazadas',
    refusedMeaning: 'Peticiones sin un envío legible. No se sabe cuántos eventos contenían.',
    unaccepted: 'No aceptados, por resultado',
    unacceptedMeaning: 'De los eventos recibidos, todos menos los aceptados, según cuándo se recibieron.',
    unacceptedDescription: (events, period) =>
      `Barras apiladas: ${events} eventos no aceptados, ${period}. La tabla bajo el gráfico tiene los mismos números.`,
    allAccepted: 'Todos los eventos recibidos se aceptaron',
    legend: 'Clases de resultado',
    inAll: 'En conjunto',
    reasons: 'Por qué no se admitieron eventos',
    reasonsMeaning:
      'Los motivos que dio el recolector, el más frecuente primero. Se guardan siete días, así que un periodo más largo muestra los de sus últimos siete días. Los duplicados no tienen.',
    outcomeHead: 'Resultado',
    reason: 'Motivo',
    events: 'Eventos',
    noReasons: 'No consta ningún motivo: en los últimos siete días de este periodo no se rechazó nada.',
    recount: 'Volver a contar este periodo desde el registro',
    lookUp: 'Buscar un evento',
    lookUpLead:
      'Cada evento tiene un id. La página lo muestra entre las peticiones que envía, en las herramientas del navegador.',
    eventId: 'Id del evento',
    find: 'Buscar',
    badId: 'Esto no es un id de evento: se esperaban 36 caracteres como `019ab000-0000-7000-8000-000000000001`.',
    unknown: 'Nadie conoce este evento: no se guarda ninguno con este id, ni se rechazó ninguno en siete días.',
    arrivals: (n, formatted) => (n === 1 ? 'Llegó una vez.' : `Llegó ${formatted} veces.`),
    arrivalsOf: (id) => `Llegadas de ${id}`,
    receivedAt: 'Recibido el',
    site: 'Sitio',
    event: 'Evento',
    happenedAt: 'Ocurrió el',
    clock: 'Reloj de la página',
    clockBelieved: 'iba bien',
    session: 'Su sesión',
    openSession: 'Abrir la línea de tiempo',
  },
}
