import type { Followed } from '../deflection/followed.js'
import type { DashboardLocale } from '../locale.js'

type Numbers = 'deflected' | Followed | 'self_service'

export interface DeflectionWords {
  readonly title: string
  readonly lead: string
  readonly figures: string
  readonly figure: Readonly<Record<Numbers, string>>
  /** `hours`: how long after a session a ticket is put down to it. */
  readonly figureMeaning: Readonly<Record<Numbers, (hours: string) => string>>
  readonly provisional: (n: number, formatted: string) => string
  readonly scoreOf: (sessions: string, n: number, users: string) => string
  readonly noScore: string
  readonly noTickets: string
  /** Holds code between backticks. */
  readonly howToTell: (site: string) => string
  readonly forms: string
  readonly formsNote: string
  readonly noForms: string
  readonly column: Readonly<Record<'method' | 'form' | 'sessions' | 'opened' | 'submitted' | 'deflected', string>>
  readonly notNamed: string
}

export const deflectionWords: Readonly<Record<DashboardLocale, DeflectionWords>> = {
  en: {
    title: 'Deflection',
    lead: 'Who was about to ask, and found the answer instead.',
    figures: 'At forms, and by tickets',
    figure: {
      deflected: 'Deflected at a form',
      confirmed: 'Confirmed by tickets',
      potential: 'No ticket followed',
      none: 'A ticket followed',
      self_service: 'Self-service score',
    },
    figureMeaning: {
      deflected: () =>
        'Of the sessions that began to ask, those that opened an article which the form had offered, and sent no contact of any kind.',
      confirmed: (hours) =>
        `Of all sessions, those after which their visitor filed no ticket within ${hours} hours, that sent no contact, and whose last step was an article that was read or a vote for one. This is the figure to go by.`,
      potential: (hours) =>
        `Of all sessions, those after which their visitor filed no ticket within ${hours} hours. An upper bound: who gave up is in it, too. The confirmed are a part of it.`,
      none: (hours) =>
        `Of all sessions, those whose visitor filed a ticket from their start until ${hours} hours after their last activity.`,
      self_service: () =>
        'Help sessions for each person who filed a ticket in the period; whoever is not known here counts as one. It is a ratio of two crowds, and no share of anything.',
    },
    provisional: (n, formatted) =>
      n === 1 ? 'after 1 of them a ticket may still come' : `after ${formatted} of them a ticket may still come`,
    scoreOf: (sessions, n, users) =>
      n === 1 ? `${sessions} sessions, 1 person with a ticket` : `${sessions} sessions, ${users} people with a ticket`,
    noScore: 'With a filter there is none: nobody knows which tickets it would choose.',
    noTickets:
      'Whether readers asked elsewhere only your help desk knows, and it has told of no ticket yet. That is not the same as none.',
    howToTell: (site) =>
      `Send its tickets as CSV or JSON to the address \`tickets\` of the collector, from an export or from a webhook of the help desk, or run \`npx helptally tickets tickets.csv --site ${site}\` on the server. The article \`reports-api\` of the documentation shows how.`,
    forms: 'At each form',
    formsNote: 'A session that began to ask in two ways is in both rows, and counts once in all.',
    noForms:
      'No session of this period began to ask. A page tells of it with `help.contact.start`. Choose other dates, or take a filter away.',
    column: {
      method: 'Way',
      form: 'Form',
      sessions: 'Began to ask',
      opened: 'Opened an offer',
      submitted: 'Asked after all',
      deflected: 'Deflected',
    },
    notNamed: 'not named',
  },
  es: {
    title: 'Consultas evitadas',
    lead: 'Quién estaba a punto de preguntar y encontró antes la respuesta.',
    figures: 'En los formularios y según los tickets',
    figure: {
      deflected: 'Evitadas en un formulario',
      confirmed: 'Confirmadas por los tickets',
      potential: 'Sin ticket posterior',
      none: 'Con ticket posterior',
      self_service: 'Índice de autoservicio',
    },
    figureMeaning: {
      deflected: () =>
        'De las sesiones que empezaron a preguntar, las que abrieron un artículo que el formulario había ofrecido y no enviaron ningún contacto.',
      confirmed: (hours) =>
        `De todas las sesiones, aquellas tras las que su visitante no abrió ningún ticket en ${hours} horas, que no enviaron ningún contacto y cuyo último paso fue un artículo leído o un voto a favor. Es la cifra por la que guiarse.`,
      potential: (hours) =>
        `De todas las sesiones, aquellas tras las que su visitante no abrió ningún ticket en ${hours} horas. Es un límite superior: quien desistió también está. Las confirmadas son una parte.`,
      none: (hours) =>
        `De todas las sesiones, aquellas cuyo visitante abrió un ticket entre su inicio y ${hours} horas después de su última actividad.`,
      self_service: () =>
        'Sesiones de ayuda por cada persona que abrió un ticket en el periodo; quien no es conocido aquí cuenta como una. Es una razón entre dos grupos, no una proporción de nada.',
    },
    provisional: (n, formatted) =>
      n === 1 ? 'tras 1 de ellas aún puede llegar un ticket' : `tras ${formatted} de ellas aún puede llegar un ticket`,
    scoreOf: (sessions, n, users) =>
      n === 1 ? `${sessions} sesiones, 1 persona con ticket` : `${sessions} sesiones, ${users} personas con ticket`,
    noScore: 'Con un filtro no hay índice: nadie sabe qué tickets elegiría.',
    noTickets:
      'Si los lectores preguntaron en otro sitio solo lo sabe tu servicio de soporte, y aún no ha informado de ningún ticket. Eso no es lo mismo que ninguno.',
    howToTell: (site) =>
      `Envía sus tickets en CSV o JSON a la dirección \`tickets\` del recolector, desde una exportación o desde un webhook del servicio de soporte, o ejecuta \`npx helptally tickets tickets.csv --site ${site}\` en el servidor. El artículo \`reports-api\` de la documentación muestra cómo.`,
    forms: 'En cada formulario',
    formsNote: 'Una sesión que empezó a preguntar de dos maneras está en las dos filas, y en total cuenta una vez.',
    noForms:
      'Ninguna sesión de este periodo empezó a preguntar. La página lo cuenta con `help.contact.start`. Elige otras fechas o quita un filtro.',
    column: {
      method: 'Vía',
      form: 'Formulario',
      sessions: 'Empezaron a preguntar',
      opened: 'Abrieron lo ofrecido',
      submitted: 'Preguntaron al final',
      deflected: 'Evitadas',
    },
    notNamed: 'sin nombre',
  },
}
