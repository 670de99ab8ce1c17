import type { Language } from '../reference/words.ts'

/** How a figure is written. */
export type Unit = 'ms' | 'bytes' | 'characters' | 'count' | 'days' | 'hours'

export interface Limit {
  readonly what: Readonly<Record<Language, string>>
  /** A file of the packages, and the name of the constant in it. */
  readonly of: readonly [file: string, path: string]
  readonly unit: Unit
  /** What happens beyond it. */
  readonly beyond: Readonly<Record<Language, string>>
}

const limit = (
  [file, path, unit]: readonly [string, string, Unit],
  en: readonly [what: string, beyond: string],
  es: readonly [what: string, beyond: string],
): Limit => ({ of: [file, path], unit, what: { en: en[0], es: es[0] }, beyond: { en: en[1], es: es[1] } })

const BATCH = 'core/src/schema/batch.ts'
const FIELDS = 'core/src/limits.ts'
const SETTINGS = 'server/src/reports/settings.ts'
const QUERY = 'server/src/reports/parseReportQuery.ts'
const FOLD = 'server/src/facts/fold.ts'
const TIME = 'server/src/collector/eventTime.ts'
const SENDERS = 'server/src/collector/senderLimits.ts'
const UNSENT = 'browser/src/outbox/unsent.ts'

/** By the table of the article that they stand in. */
export const LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  counting: [
    limit(
      ['core/src/channels.ts', 'help.idleMs', 'ms'],
      [
        'Idle time of the help center, and of `web` and `messaging_api`',
        'the session has ended; on `web` only what exceeds it',
      ],
      [
        'Inactividad en el centro de ayuda, y en `web` y `messaging_api`',
        'la sesión ha terminado; en `web` solo lo que lo supera',
      ],
    ),
    limit(
      ['core/src/channels.ts', 'DAY_MS', 'ms'],
      ['Idle time of the social channels and SMS', 'the session has ended'],
      ['Inactividad en los canales sociales y SMS', 'la sesión ha terminado'],
    ),
    limit(
      ['core/src/channels.ts', 'SURVEY_ANSWER_MS', 'ms'],
      ['From a survey to its answer', 'the answer is kept, and ends nothing'],
      ['De una encuesta a su respuesta', 'la respuesta se guarda y no termina nada'],
    ),
    limit(
      ['browser/src/counting.ts', 'PROGRESS_MS', 'ms'],
      ['Between two proofs of activity of a tab', 'a tab in use sends one at least so often'],
      ['Entre dos pruebas de actividad de una pestaña', 'una pestaña en uso envía una al menos con esa frecuencia'],
    ),
    limit(
      ['browser/src/passing.ts', 'REDIRECT_MS', 'ms'],
      ['An article that only redirects is shown for less than', 'it counts as opened'],
      ['Un artículo que solo redirige se muestra menos de', 'cuenta como abierto'],
    ),
    limit(
      ['browser/src/page/intent.ts', 'INTENT_LIFE_MS', 'ms'],
      ['From a click to the article that it opens', 'the article is no longer put down to the click'],
      ['De un clic al artículo que abre', 'el artículo ya no se atribuye al clic'],
    ),
    limit(
      ['browser/src/searches.ts', 'REST_MS', 'ms'],
      ['Without typing, after which a search is meant', 'the next key is another search'],
      ['Sin escribir, tras lo cual la búsqueda va en serio', 'la siguiente tecla es otra búsqueda'],
    ),
    limit(
      ['browser/src/reading.ts', 'READS_ON_MS', 'ms'],
      ['From the last input on, a reader reads on for', 'the time is not engaged'],
      ['Desde la última pulsación, el lector sigue leyendo durante', 'el tiempo no cuenta como lectura'],
    ),
    limit(
      ['browser/src/watchSuggestions.ts', 'SEEN_MS', 'ms'],
      ['Half of a list in view, until it was seen', 'seen'],
      ['Media lista a la vista, hasta darla por vista', 'vista'],
    ),
  ],
  metrics: [
    limit(
      [FOLD, 'SAME_OPEN.reload_ms', 'ms'],
      ['A reload is the same opening for', 'another opening'],
      ['Una recarga es la misma apertura durante', 'otra apertura'],
    ),
    limit(
      [FOLD, 'SAME_OPEN.history_ms', 'ms'],
      ['The way back is the same opening for', 'another opening'],
      ['La vuelta atrás es la misma apertura durante', 'otra apertura'],
    ),
    limit(
      [FOLD, 'READING.words_per_minute', 'count'],
      ['Words a minute, for the expected reading time', 'an article is read from 40 % of that time on'],
      ['Palabras por minuto, para el tiempo de lectura esperado', 'un artículo está leído desde el 40 % de ese tiempo'],
    ),
    limit(
      [FOLD, 'READING.least_ms', 'ms'],
      ['Engaged time from which an article may be read', 'read, if also half of it was seen'],
      ['Tiempo de lectura desde el que un artículo puede estar leído', 'leído, si además se vio la mitad'],
    ),
    limit(
      [FOLD, 'READING.quick_ms', 'ms'],
      ['Engaged time of a quick exit', 'no quick exit, unless it is under 10 % of the expected time'],
      ['Tiempo de lectura de una salida rápida', 'no es salida rápida, salvo por debajo del 10 % del tiempo esperado'],
    ),
    limit(
      [FOLD, 'READING.longest_ms', 'ms'],
      ['Engaged time of one opening', 'the rest is not counted'],
      ['Tiempo de lectura de una apertura', 'el resto no cuenta'],
    ),
    limit(
      [FOLD, 'CONTACT_WITHIN_MS', 'ms'],
      ['From an article or a search to a contact', 'the contact is not put down to it'],
      ['De un artículo o una búsqueda a un contacto', 'el contacto no se le atribuye'],
    ),
    limit(
      [FOLD, 'SEARCH.click_ms', 'ms'],
      ['From a search to the article opened from it', 'no click of that search'],
      ['De una búsqueda al artículo abierto desde ella', 'no es un clic de esa búsqueda'],
    ),
    limit(
      [FOLD, 'SEARCH.refine_ms', 'ms'],
      ['From a search to the one that refines it', 'not refined'],
      ['De una búsqueda a la que la refina', 'no está refinada'],
    ),
    limit(
      [FOLD, 'SUGGESTION.click_ms', 'ms'],
      ['From a list seen to a click on it', 'a click of which no view is known'],
      ['De una lista vista a un clic en ella', 'un clic del que no se conoce ninguna vista'],
    ),
    limit(
      ['server/src/reports/gapEffects.ts', 'AROUND_MS', 'ms'],
      ['Before and after a gap was written', 'not compared'],
      ['Antes y después de escribir lo que falta', 'no se compara'],
    ),
  ],
  page: [
    limit(
      [UNSENT, 'MOST_BYTES', 'bytes'],
      ['Of one request that a page sends', 'the rest goes in another one'],
      ['De una petición que envía una página', 'el resto va en otra'],
    ),
    limit(
      ['browser/src/engine.ts', 'FLUSH_MS', 'ms'],
      ['Events wait for others at most', 'they are sent; `flushMs` sets another limit'],
      ['Los eventos esperan a otros como mucho', 'se envían; `flushMs` fija otro límite'],
    ),
    limit(
      ['browser/src/outbox/retry.ts', 'LONGEST_MS', 'ms'],
      ['Between two tries to send', 'tried at least so often'],
      ['Entre dos intentos de envío', 'se intenta al menos con esa frecuencia'],
    ),
    limit(
      [UNSENT, 'LONGEST_WAIT_MS', 'ms'],
      ['An unsent event is kept in the browser for', 'given up, and told of as `dropped`'],
      ['Un evento sin enviar se guarda en el navegador durante', 'se abandona, y se cuenta como `dropped`'],
    ),
    limit(
      [UNSENT, 'MOST_KEPT_BYTES', 'bytes'],
      ['Unsent events kept by one tab', 'the oldest are given up, and told of as `dropped`'],
      ['Eventos sin enviar que guarda una pestaña', 'los más antiguos se abandonan, y se cuentan como `dropped`'],
    ),
    limit(
      ['browser/src/consent.ts', 'CHOICE_DAYS', 'days'],
      ['The choice of a reader is remembered for', 'the banner asks again'],
      ['La elección de un lector se recuerda durante', 'el aviso vuelve a preguntar'],
    ),
    limit(
      ['browser/src/visitor.ts', 'VISITOR_LIFE_MS', 'ms'],
      ['A visitor keeps the same id for', 'the reader gets another one'],
      ['Un visitante conserva el mismo id durante', 'el lector recibe otro'],
    ),
  ],
  collector: [
    limit(
      [BATCH, 'MAX_BATCH_BYTES', 'bytes'],
      ['Body of `POST {base}/events`', '413'],
      ['Cuerpo de `POST {base}/events`', '413'],
    ),
    limit([BATCH, 'MAX_BATCH_EVENTS', 'count'], ['Events in one batch', '400'], ['Eventos en un lote', '400']),
    limit(
      [SENDERS, 'TAB_ALLOWANCE.perSecond', 'count'],
      ['Events of one tab a second, in the long run', '`over_limit`; sent again later'],
      ['Eventos de una pestaña por segundo, a la larga', '`over_limit`; se envían de nuevo más tarde'],
    ),
    limit(
      [SENDERS, 'TAB_ALLOWANCE.burst', 'count'],
      ['Events of one tab at once', '`over_limit`; sent again later'],
      ['Eventos de una pestaña de una vez', '`over_limit`; se envían de nuevo más tarde'],
    ),
    limit(
      [SENDERS, 'ADDRESS_ALLOWANCE.perSecond', 'count'],
      ['Requests of one address a second, where `clientAddress` tells it', '429'],
      ['Peticiones de una dirección por segundo, donde `clientAddress` la dice', '429'],
    ),
    limit(
      [SENDERS, 'ADDRESS_ALLOWANCE.burst', 'count'],
      ['Requests of one address at once', '429'],
      ['Peticiones de una dirección de una vez', '429'],
    ),
    limit(
      [TIME, 'MAX_EVENT_AGE_MS', 'ms'],
      ['From an event to the request that brings it', '`late`, not kept'],
      ['De un evento a la petición que lo trae', '`late`, no se guarda'],
    ),
    limit(
      [TIME, 'MAX_EVENT_AHEAD_MS', 'ms'],
      ['An event may lie ahead of its request by', '`invalid`'],
      ['Un evento puede adelantarse a su petición en', '`invalid`'],
    ),
    limit(
      [TIME, 'CLOCK_TOLERANCE_MS', 'ms'],
      ['The clock of a page may be off by', 'its times are corrected by all of the difference'],
      ['El reloj de una página puede desviarse', 'sus horas se corrigen en toda la diferencia'],
    ),
    limit(
      ['server/src/collector/receiveConversations.ts', 'MAX_CONVERSATION_BYTES', 'bytes'],
      ['Body of `POST {base}/conversations`', '413'],
      ['Cuerpo de `POST {base}/conversations`', '413'],
    ),
    limit(
      ['core/src/schema/conversation.ts', 'MAX_FACTS', 'count'],
      ['Facts in one such batch', '400'],
      ['Hechos en un lote de esos', '400'],
    ),
    limit(
      ['server/src/collector/receiveWebhook.ts', 'MAX_WEBHOOK_BYTES', 'bytes'],
      ['Webhook of a chat platform', '413'],
      ['Webhook de una plataforma de chat', '413'],
    ),
    limit(
      ['server/src/collector/receiveTickets.ts', 'MAX_FEED_BYTES', 'bytes'],
      ['Tickets handed in at once', '413'],
      ['Tickets entregados de una vez', '413'],
    ),
    limit(
      ['server/src/tickets/readFeed.ts', 'MAX_TICKETS', 'count'],
      ['Tickets in one request', '400'],
      ['Tickets en una petición', '400'],
    ),
    limit(
      ['server/src/collector/receiveImport.ts', 'MAX_IMPORT_BYTES', 'bytes'],
      ['A file to be imported', '413; `maxImportBytes` sets another limit'],
      ['Un archivo para importar', '413; `maxImportBytes` fija otro límite'],
    ),
  ],
  fields: [
    limit([FIELDS, 'LIMITS.site', 'characters'], ['Id of a site', 'rejected'], ['Id de un sitio', 'se rechaza']),
    limit(
      [FIELDS, 'LIMITS.page', 'characters'],
      ['Path of a page', 'cut by the page'],
      ['Ruta de una página', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.articleId', 'characters'],
      ['Id of an article', 'rejected'],
      ['Id de un artículo', 'se rechaza'],
    ),
    limit(
      [FIELDS, 'LIMITS.articleRev', 'characters'],
      ['Revision of an article', 'cut by the page'],
      ['Revisión de un artículo', 'la página la corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.query', 'characters'],
      ['A search', 'cut by the page'],
      ['Una búsqueda', 'la página la corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.filters', 'count'],
      ['Filters of a search', 'cut by the page'],
      ['Filtros de una búsqueda', 'la página los corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.filter', 'characters'],
      ['Each of them', 'cut by the page'],
      ['Cada uno de ellos', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.engine', 'characters'],
      ['Name of a search engine', 'cut by the page'],
      ['Nombre de un buscador', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.listId', 'characters'],
      ['Name of a list of suggestions', 'cut by the page'],
      ['Nombre de una lista de sugerencias', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.algorithm', 'characters'],
      ['What made it', 'cut by the page'],
      ['Qué la hizo', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.comment', 'characters'],
      ['A comment', 'cut by the page'],
      ['Un comentario', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.method', 'characters'],
      ['Method of contact', 'cut by the page'],
      ['Medio de contacto', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.ticket', 'characters'],
      ['Name of a ticket', 'cut by the page'],
      ['Nombre de un ticket', 'la página lo corta'],
    ),
    limit(
      [FIELDS, 'LIMITS.platformId', 'characters'],
      ['Id of a chat platform', 'rejected'],
      ['Id de una plataforma de chat', 'se rechaza'],
    ),
  ],
  reports: [
    limit(
      [SETTINGS, 'K_TABS', 'count'],
      ['Tabs that must have searched a text for it to be shown', 'shown; `k` asks for more'],
      ['Pestañas que deben haber buscado un texto para que se muestre', 'se muestra; `k` pide más'],
    ),
    limit([SETTINGS, 'MOST_K_TABS', 'count'], ['Greatest `k`', '400'], ['Mayor `k`', '400']),
    limit(
      [QUERY, 'DEFAULT_DAYS', 'days'],
      ['Period without `from`', 'as long as you ask for'],
      ['Periodo sin `from`', 'tan largo como se pida'],
    ),
    limit(
      ['server/src/reports/intervals.ts', 'MAX_INTERVALS', 'count'],
      ['Intervals of a report', '400'],
      ['Intervalos de un informe', '400'],
    ),
    limit(
      [QUERY, 'DEFAULT_LIMIT', 'count'],
      ['Rows of a list without `limit`', 'the others are not told'],
      ['Filas de una lista sin `limit`', 'las demás no se muestran'],
    ),
    limit([QUERY, 'MAX_LIMIT', 'count'], ['Greatest `limit`', '400'], ['Mayor `limit`', '400']),
    limit([QUERY, 'MAX_WINDOW_HOURS', 'hours'], ['Greatest `window_hours`', '400'], ['Mayor `window_hours`', '400']),
    limit(
      [SETTINGS, 'MOST_BEHIND', 'count'],
      ['Sessions named behind a number', 'the latest are'],
      ['Sesiones nombradas detrás de un número', 'se nombran las últimas'],
    ),
    limit(
      [SETTINGS, 'MOST_POSITIONS', 'count'],
      ['Places of a list counted one by one', 'counted in the sum'],
      ['Puestos de una lista contados uno a uno', 'cuentan en la suma'],
    ),
    limit(
      [SETTINGS, 'MOST_COMMENTS', 'count'],
      ['Comments of one article', 'the latest are told'],
      ['Comentarios de un artículo', 'se muestran los últimos'],
    ),
    limit(
      ['server/src/live/liveFeeds.ts', 'MOST_LISTENERS', 'count'],
      ['Pages that follow Live at once, in one process', '503'],
      ['Páginas que siguen En directo a la vez, en un proceso', '503'],
    ),
    limit(
      ['server/src/reports/explainSession.ts', 'EVENTS_AFTER', 'count'],
      ['Events of a tab read to explain a session', 'the explanation says so'],
      ['Eventos de una pestaña leídos para explicar una sesión', 'la explicación lo dice'],
    ),
  ],
  keeping: [
    limit(
      ['server/src/store/storeUrl.ts', 'MIN_KEEP_DAYS', 'days'],
      ['Shortest `keepDays`', 'everything is kept unless you set it'],
      ['Menor `keepDays`', 'todo se guarda si no se fija'],
    ),
    limit(
      ['server/src/ledger/settle.ts', 'KEEP_REJECTED_MS', 'ms'],
      ['Why an event was not taken in is kept for', 'only how many'],
      ['La razón por la que no se admitió un evento se guarda', 'solo cuántos'],
    ),
    limit(
      ['server/src/store/duckdb/eraseVisitor.ts', 'ERASED_FOR_MS', 'ms'],
      ['Nothing of an erased visitor is let in for', 'what is older than that is late anyway'],
      ['No se admite nada de un visitante borrado durante', 'lo más antiguo llega tarde de todos modos'],
    ),
    limit(
      ['server/src/jobs/jobFolder.ts', 'KEEP_FILE_MS', 'ms'],
      ['The file of an export lies there for', 'removed'],
      ['El archivo de una exportación está disponible', 'se elimina'],
    ),
    limit(
      ['server/src/jobs/room.ts', 'LEAST_FREE_BYTES', 'bytes'],
      ['Free on the disk for an export or an import', 'below it, none is started'],
      ['Libre en el disco para exportar o importar', 'por debajo no se inicia'],
    ),
    limit(
      ['server/src/log/segmentLog.ts', 'MAX_QUEUED_BYTES', 'bytes'],
      ['Events waiting for the disk in one process', '503; pages send again'],
      ['Eventos que esperan al disco en un proceso', '503; las páginas los envían de nuevo'],
    ),
  ],
}
