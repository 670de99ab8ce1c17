import type { Departures, Interval } from '@helptally/server/reports'
import type { DashboardLocale } from '../locale.js'

/** The numbers at the top of the page. */
export type ArticleFigure =
  | 'opens'
  | 'session_views'
  | 'read'
  | 'engaged'
  | 'scroll'
  | 'helpfulness'
  | 'quick_exit'
  | 'search_again'
  | 'contact_after'
  | 'failed'

export interface ArticleWords {
  readonly title: (article: string) => string
  readonly lead: string
  readonly ways: string
  readonly all: string
  readonly itsSessions: string
  readonly filterIgnored: string
  readonly notOpened: string
  readonly notOpenedText: string
  readonly figures: string
  readonly figure: Readonly<Record<ArticleFigure, { readonly name: string; readonly meaning: string }>>
  readonly quarterLonger: (duration: string) => string
  readonly openings: Readonly<Record<Interval, string>>
  readonly openingsMeaning: string
  readonly openingsDescription: (opened: string, read: string) => string
  readonly legend: string
  readonly opened: string
  readonly wasRead: string
  readonly notRead: string
  readonly bar: (when: string, opened: string, read: string) => string
  readonly mark: (number: string, revision: string, at: string) => string
  readonly markLegend: string
  readonly share: string
  readonly curve: string
  readonly curveMeaning: string
  readonly curveDescription: (half: string, end: string) => string
  readonly curveDepth: string
  readonly curveSaw: string
  readonly curveFew: (openings: string) => string
  readonly arrivals: string
  readonly via: string
  readonly query: string
  readonly withheld: (n: number, formatted: string) => string
  readonly withheldNote: string
  readonly departures: string
  readonly departuresMeaning: string
  readonly next: Readonly<Record<Departures['next'], string>>
  readonly nextHead: string
  readonly revisions: string
  readonly revision: string
  readonly noRevision: string
  readonly firstOpened: string
  readonly votes: string
  readonly votesMeaning: string
  readonly vote: string
  readonly reason: string
  readonly noReason: string
  readonly voteCount: string
  readonly noVotes: string
  readonly comments: string
  readonly commentsMeaning: string
  readonly ofRevision: string
  readonly noComments: string
  readonly moreComments: (n: number) => string
  readonly suggested: string
  readonly suggestedMeaning: string
  readonly listHead: string
  readonly algorithm: string
  readonly clicked: string
  readonly noSuggested: string
  readonly toSuggestions: string
  readonly speed: string
  readonly speedMeaning: string
  readonly speedHead: string
  readonly speedNote: string
  readonly noSpeed: string
}

export const articleWords: Readonly<Record<DashboardLocale, ArticleWords>> = {
  en: {
    title: (article) => `Article ${article}`,
    lead: 'How readers came to it, how they read it, and where they went.',
    ways: 'To other pages',
    all: 'All articles',
    itsSessions: 'Overview of its sessions',
    filterIgnored: 'The filter “Article opened” does not apply on this page: it is about one article already.',
    notOpened: 'Not opened',
    notOpenedText:
      'Nobody opened this article in this period. Choose other dates or take a filter away. If that does not help, check its id.',
    figures: 'What came of it',
    figure: {
      opens: {
        name: 'Openings',
        meaning: 'How often it was opened. A reload, and the way back soon after, is the same opening.',
      },
      session_views: { name: 'In sessions', meaning: 'Sessions in which it was opened at least once.' },
      read: {
        name: 'Read',
        meaning:
          'Of its openings, those engaged for ten seconds and for 40 % of the time that its length asks for, and in which half of it was seen.',
      },
      engaged: {
        name: 'Reading time, median',
        meaning: 'Time with the article in sight and the reader active. Half of the openings that told of it had less.',
      },
      scroll: { name: 'Seen, median', meaning: 'How much of its height was seen. Half of the openings saw less.' },
      helpfulness: {
        name: 'Found it helpful',
        meaning: 'Of the last vote of each visitor on each revision, those in favour.',
      },
      quick_exit: {
        name: 'Left at once',
        meaning: 'Of its openings, those with hardly any reading, and then back to the results, the home page or away.',
      },
      search_again: {
        name: 'Searched again',
        meaning: 'Of its openings, those with a search after it in the session.',
      },
      contact_after: {
        name: 'Asked a person',
        meaning: 'Of its sessions, those whose visitor asked for help within 24 hours.',
      },
      failed: {
        name: 'Failed',
        meaning: 'Of its openings, those left at once, voted against, or with a search or a request for help after it.',
      },
    },
    quarterLonger: (duration) => `a quarter took ${duration} or more`,
    openings: {
      hour: 'Openings per hour',
      day: 'Openings per day',
      week: 'Openings per week',
      month: 'Openings per month',
    },
    openingsMeaning: 'Openings by the start of their session, and how many of them were read.',
    openingsDescription: (opened, read) =>
      `Bars in two parts: ${opened} openings, ${read} of them read. Numbered lines stand where a revision was opened for the first time. The tables below hold the same numbers.`,
    legend: 'Parts of the bars',
    opened: 'Openings',
    wasRead: 'opened and read',
    notRead: 'opened only',
    bar: (when, opened, read) => `${when}: ${opened} openings, ${read} read`,
    mark: (number, revision, at) => `${number}: revision ${revision}, first opened ${at}`,
    markLegend: 'a revision appears',
    share: 'Share',
    curve: 'How far it is read',
    curveMeaning: 'For each part of the article’s height, the share of openings that saw at least so much.',
    curveDescription: (half, end) =>
      `A falling line: ${half} of the openings saw half of the article, ${end} its end. The table below holds all of it.`,
    curveDepth: 'Seen at least',
    curveSaw: 'Share of openings',
    curveFew: (openings) => `Of only ${openings}, too few to judge by.`,
    arrivals: 'How readers come',
    via: 'By which link',
    query: 'Searched for',
    withheld: (n, formatted) => (n === 1 ? '1 by a rare search' : `${formatted} by rare searches`),
    withheldNote: 'What fewer than three tabs have searched is not shown: it may be about one person.',
    departures: 'Where they go next',
    departuresMeaning: 'What came next in the same session.',
    next: {
      article: 'another article',
      search: 'a search',
      contact: 'a request for help',
      end: 'nothing: the session ends here',
    },
    nextHead: 'Next',
    revisions: 'Revisions',
    revision: 'Revision',
    noRevision: 'not named',
    firstOpened: 'First opened in the period',
    votes: 'Votes',
    votesMeaning: 'Why readers voted: the last vote of each visitor on each revision.',
    vote: 'Vote',
    reason: 'Why',
    noReason: 'no reason given',
    voteCount: 'How many',
    noVotes: 'Nobody voted on it in this period.',
    comments: 'Comments',
    commentsMeaning: 'The latest 50 comments, also of visitors who have voted again since.',
    ofRevision: 'revision',
    noComments: 'Nobody wrote anything to it in this period.',
    moreComments: (n) => (n === 1 ? 'Show 1 older comment' : `Show ${n} older comments`),
    suggested: 'Suggestions on it',
    suggestedMeaning: 'Of the times that a list of suggestions was seen on this article, those with a click.',
    listHead: 'List',
    algorithm: 'Made by',
    clicked: 'Clicked',
    noSuggested: 'No list of suggestions was seen on it. A list counts once half of it has been in view for a second.',
    toSuggestions: 'All lists',
    speed: 'Its speed, and what came of it',
    speedMeaning: 'Openings by how soon the largest part of the page was painted (LCP), and what came of each kind.',
    speedHead: 'It showed',
    speedNote: 'That two things go together does not say that one causes the other.',
    noSpeed: 'No speed was measured for it in this period.',
  },
  es: {
    title: (article) => `Artículo ${article}`,
    lead: 'Cómo llegan los lectores, cómo lo leen y adónde van.',
    ways: 'A otras páginas',
    all: 'Todos los artículos',
    itsSessions: 'Resumen de sus sesiones',
    filterIgnored: 'El filtro «Artículo abierto» no se aplica en esta página: ya trata de un solo artículo.',
    notOpened: 'Sin aperturas',
    notOpenedText:
      'Nadie abrió este artículo en este periodo. Elige otras fechas o quita un filtro. Si no sirve, comprueba su id.',
    figures: 'Qué resultó de él',
    figure: {
      opens: {
        name: 'Aperturas',
        meaning: 'Cuántas veces se abrió. Una recarga, y la vuelta atrás poco después, es la misma apertura.',
      },
      session_views: { name: 'En sesiones', meaning: 'Sesiones en las que se abrió al menos una vez.' },
      read: {
        name: 'Leído',
        meaning:
          'De sus aperturas, aquellas con diez segundos de atención y el 40 % del tiempo que pide su extensión, y en las que se vio la mitad.',
      },
      engaged: {
        name: 'Tiempo de lectura, mediana',
        meaning:
          'Tiempo con el artículo a la vista y el lector activo. La mitad de las aperturas que lo midieron tuvo menos.',
      },
      scroll: { name: 'Visto, mediana', meaning: 'Cuánto se vio de su altura. La mitad de las aperturas vio menos.' },
      helpfulness: {
        name: 'Les resultó útil',
        meaning: 'Del último voto de cada visitante en cada revisión, los favorables.',
      },
      quick_exit: {
        name: 'Dejado enseguida',
        meaning: 'De sus aperturas, aquellas casi sin lectura y con vuelta a los resultados, a la portada o fuera.',
      },
      search_again: {
        name: 'Se buscó otra vez',
        meaning: 'De sus aperturas, aquellas con una búsqueda después en la sesión.',
      },
      contact_after: {
        name: 'Se preguntó a una persona',
        meaning: 'De sus sesiones, aquellas cuyo visitante pidió ayuda en las 24 horas siguientes.',
      },
      failed: {
        name: 'Fallido',
        meaning:
          'De sus aperturas, las que se dejaron enseguida, con voto en contra, o con una búsqueda o una petición de ayuda después.',
      },
    },
    quarterLonger: (duration) => `una cuarta parte, ${duration} o más`,
    openings: {
      hour: 'Aperturas por hora',
      day: 'Aperturas por día',
      week: 'Aperturas por semana',
      month: 'Aperturas por mes',
    },
    openingsMeaning: 'Aperturas según el inicio de su sesión, y cuántas de ellas se leyeron.',
    openingsDescription: (opened, read) =>
      `Barras en dos partes: ${opened} aperturas, ${read} de ellas leídas. Las líneas numeradas están donde una revisión se abrió por primera vez. Las tablas de abajo tienen los mismos números.`,
    legend: 'Partes de las barras',
    opened: 'Aperturas',
    wasRead: 'abierto y leído',
    notRead: 'solo abierto',
    bar: (when, opened, read) => `${when}: ${opened} aperturas, ${read} leídas`,
    mark: (number, revision, at) => `${number}: revisión ${revision}, abierta por primera vez el ${at}`,
    markLegend: 'aparece una revisión',
    share: 'Proporción',
    curve: 'Hasta dónde se lee',
    curveMeaning: 'Para cada parte de la altura del artículo, la proporción de aperturas que vio al menos hasta ahí.',
    curveDescription: (half, end) =>
      `Una línea que baja: ${half} de las aperturas vio la mitad del artículo, ${end} su final. La tabla de abajo lo tiene todo.`,
    curveDepth: 'Visto al menos',
    curveSaw: 'Proporción de aperturas',
    curveFew: (openings) => `De solo ${openings}, muy pocas para juzgar.`,
    arrivals: 'Cómo llegan los lectores',
    via: 'Por qué enlace',
    query: 'Se buscó',
    withheld: (n, formatted) => (n === 1 ? '1 por una búsqueda rara' : `${formatted} por búsquedas raras`),
    withheldNote: 'Lo que buscaron menos de tres pestañas no se muestra: puede tratar de una sola persona.',
    departures: 'Adónde van después',
    departuresMeaning: 'Qué vino después en la misma sesión.',
    next: {
      article: 'otro artículo',
      search: 'una búsqueda',
      contact: 'una petición de ayuda',
      end: 'nada: la sesión termina aquí',
    },
    nextHead: 'Después',
    revisions: 'Revisiones',
    revision: 'Revisión',
    noRevision: 'sin nombre',
    firstOpened: 'Primera apertura del periodo',
    votes: 'Votos',
    votesMeaning: 'Por qué votaron los lectores: el último voto de cada visitante en cada revisión.',
    vote: 'Voto',
    reason: 'Motivo',
    noReason: 'sin motivo',
    voteCount: 'Cuántos',
    noVotes: 'Nadie lo votó en este periodo.',
    comments: 'Comentarios',
    commentsMeaning: 'Los últimos 50 comentarios, también de visitantes que han vuelto a votar después.',
    ofRevision: 'revisión',
    noComments: 'Nadie le escribió nada en este periodo.',
    moreComments: (n) => (n === 1 ? 'Ver 1 comentario anterior' : `Ver ${n} comentarios anteriores`),
    suggested: 'Sugerencias en él',
    suggestedMeaning: 'De las veces que se vio una lista de sugerencias en este artículo, aquellas con un clic.',
    listHead: 'Lista',
    algorithm: 'Hecha por',
    clicked: 'Con clic',
    noSuggested:
      'No se vio en él ninguna lista de sugerencias. Una lista cuenta cuando la mitad ha estado a la vista durante un segundo.',
    toSuggestions: 'Todas las listas',
    speed: 'Su rapidez y qué resultó de ella',
    speedMeaning:
      'Aperturas según lo que tardó en pintarse lo más grande de la página (LCP), y qué resultó de cada clase.',
    speedHead: 'Se mostró',
    speedNote: 'Que dos cosas vayan juntas no dice que una cause la otra.',
    noSpeed: 'No se midió su rapidez en este periodo.',
  },
}
