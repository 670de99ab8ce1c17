import type { ChannelRule } from '@helptally/core'
import type { DashboardLocale } from '../locale.js'
import type { SettingName } from '../settings/settingPlaces.js'

export interface SettingsWords {
  readonly title: string
  readonly lead: string
  readonly readOnly: string
  readonly here: string
  readonly site: string
  readonly timeZone: string
  readonly timeZoneNote: string
  readonly leastTabs: string
  readonly leastTabsOf: (n: number, formatted: string) => string
  readonly leastTabsNote: string
  readonly ruleVersion: string
  readonly ruleVersionNote: string
  readonly rules: string
  readonly rulesLead: string
  readonly channel: string
  readonly thread: string
  readonly threadOf: Readonly<Record<ChannelRule['thread'], string>>
  readonly startsOn: string
  readonly startsOnOf: Readonly<Record<ChannelRule['startsOn'], string>>
  readonly idle: string
  readonly idleEnds: Readonly<Record<ChannelRule['idleEnds'], (limit: string) => string>>
  readonly idleFrom: string
  readonly idleFromOf: Readonly<Record<ChannelRule['idleFrom'], string>>
  readonly early: string
  readonly nothingEarly: string
  readonly surveyNote: (limit: string) => string
  readonly options: string
  readonly optionsLead: string
  readonly option: string
  readonly where: string
  readonly what: string
  readonly does: Readonly<Record<SettingName, string>>
}

export const settingsWords: Readonly<Record<DashboardLocale, SettingsWords>> = {
  en: {
    title: 'Settings',
    lead: 'By which rules this help center is counted.',
    readOnly:
      'Nothing is changed on this page: every setting lives in your code, so that its history is that of your code.',
    here: 'This help center',
    site: 'Site',
    timeZone: 'Days begin in',
    timeZoneNote: 'A session belongs to the day on which it began there.',
    leastTabs: 'A query is shown from',
    leastTabsOf: (n, formatted) => (n === 1 ? '1 tab on' : `${formatted} tabs on`),
    leastTabsNote: 'What fewer tabs have searched may be about one person. It is counted, and not named.',
    ruleVersion: 'Version of the rules',
    ruleVersionNote: 'A change that can move a count is a new version.',
    rules: 'When a session begins and ends',
    rulesLead: 'The rules in force, one line a channel. They are part of Helptally and the same for every site.',
    channel: 'Channel',
    thread: 'Lives in',
    threadOf: { tab: 'a tab', conversation: 'a conversation' },
    startsOn: 'Begins with',
    startsOnOf: { entry: 'an article that is opened', message: 'a message' },
    idle: 'Ends without activity',
    idleEnds: { reached: (limit) => `once ${limit} are reached`, exceeded: (limit) => `once ${limit} are exceeded` },
    idleFrom: 'Counted since the last',
    idleFromOf: {
      activity: 'activity of the reader',
      user_message: 'message of the user',
      interaction: 'message of either side',
    },
    early: 'Ends earlier when',
    nothingEarly: 'never: only time ends it',
    surveyNote: (limit) => `A survey counts as answered when the answer comes less than ${limit} after it was sent.`,
    options: 'Where each setting lives',
    optionsLead: 'What is set is not shown here, since some of it is secret.',
    option: 'Setting',
    where: 'In the code',
    what: 'What it does',
    does: {
      site: 'Names the help center in every event and report.',
      articles: 'Says which addresses are articles. The last parameter is the id of the article.',
      timeZone: 'Says where days begin. Without it, the time zone of the server.',
      consent: 'Whether readers are asked before anything is counted. They are, unless you say otherwise.',
      beforeSend: 'Changes or drops an event before a page sends it: takes names out of searches, say.',
      redaction:
        'Takes mail addresses, card and phone numbers, long runs of digits, keys and passwords out of searches and comments before they are stored. Always on.',
      store: 'Says where events are kept: a folder.',
      keepDays: 'Forgets what is older than so many days, at least 8. Without it, everything is kept.',
      authorize: 'Says who may read, who may edit, and who may erase visitors. Without it, nobody may in production.',
      token: 'Lets machines read that present it. Keep it in the environment, not in the code.',
      origins: 'Says which other sites may send events. Without it, all.',
      clientAddress: 'Says where a request comes from, to limit what one address sends. It is never stored.',
      maxImportBytes: 'How large a file may be that is sent to be imported.',
      test: 'Marks all that arrives as a test: kept, and not counted.',
      countBots: 'Counts robots like readers, for tests that drive a browser.',
      k: 'Asks a report to hide queries of fewer tabs than that, at least three.',
      erasure: 'Erases a visitor by the id, with all events and sessions.',
    },
  },
  es: {
    title: 'Ajustes',
    lead: 'Con qué reglas se cuenta este centro de ayuda.',
    readOnly:
      'En esta página no se cambia nada: cada ajuste vive en el código de tu sitio, y su historia es la de ese código.',
    here: 'Este centro de ayuda',
    site: 'Sitio',
    timeZone: 'Los días empiezan en',
    timeZoneNote: 'Una sesión pertenece al día en que empezó allí.',
    leastTabs: 'Una consulta se muestra a partir de',
    leastTabsOf: (n, formatted) => (n === 1 ? '1 pestaña' : `${formatted} pestañas`),
    leastTabsNote: 'Lo que buscaron menos pestañas puede tratar de una sola persona. Se cuenta, pero no se nombra.',
    ruleVersion: 'Versión de las reglas',
    ruleVersionNote: 'Un cambio que puede mover un recuento es una versión nueva.',
    rules: 'Cuándo empieza y termina una sesión',
    rulesLead:
      'Las reglas vigentes, una línea por canal. Forman parte de Helptally y son iguales para todos los sitios.',
    channel: 'Canal',
    thread: 'Vive en',
    threadOf: { tab: 'una pestaña', conversation: 'una conversación' },
    startsOn: 'Empieza con',
    startsOnOf: { entry: 'un artículo que se abre', message: 'un mensaje' },
    idle: 'Termina sin actividad',
    idleEnds: { reached: (limit) => `al llegar a ${limit}`, exceeded: (limit) => `al pasar de ${limit}` },
    idleFrom: 'Contado desde',
    idleFromOf: {
      activity: 'la última actividad del lector',
      user_message: 'el último mensaje del usuario',
      interaction: 'el último mensaje de cualquiera de las partes',
    },
    early: 'Termina antes cuando',
    nothingEarly: 'nunca: solo la termina el tiempo',
    surveyNote: (limit) =>
      `Una encuesta cuenta como respondida cuando la respuesta llega menos de ${limit} después de enviarse.`,
    options: 'Dónde vive cada ajuste',
    optionsLead: 'Aquí no se muestra lo que se ha fijado, pues una parte es secreta.',
    option: 'Ajuste',
    where: 'En el código',
    what: 'Qué hace',
    does: {
      site: 'Da nombre al centro de ayuda en cada evento y cada informe.',
      articles: 'Dice qué direcciones son artículos. El último parámetro es el id del artículo.',
      timeZone: 'Dice dónde empiezan los días. Sin él, la zona horaria del servidor.',
      consent: 'Si se pregunta a los lectores antes de contar nada. Se les pregunta, salvo que se diga otra cosa.',
      beforeSend:
        'Cambia o descarta un evento antes de que una página lo envíe: quita nombres de las búsquedas, por ejemplo.',
      redaction:
        'Quita de las búsquedas y los comentarios, antes de guardarlos, direcciones de correo, números de tarjeta y de teléfono, series largas de cifras, claves y contraseñas. Siempre activo.',
      store: 'Dice dónde se guardan los eventos: una carpeta.',
      keepDays: 'Olvida lo que tiene más de esos días, al menos 8. Sin él, se guarda todo.',
      authorize:
        'Dice quién puede leer, quién puede editar y quién puede borrar visitantes. Sin él, nadie puede en producción.',
      token: 'Deja leer a las máquinas que lo presentan. Guárdalo en el entorno, no en el código.',
      origins: 'Dice qué otros sitios pueden enviar eventos. Sin él, todos.',
      clientAddress: 'Dice de dónde viene una petición, para limitar lo que envía una dirección. No se guarda nunca.',
      maxImportBytes: 'Lo grande que puede ser un archivo que se envía para importarlo.',
      test: 'Marca como prueba todo lo que llega: se guarda y no se cuenta.',
      countBots: 'Cuenta a los robots como a los lectores, para pruebas que manejan un navegador.',
      k: 'Pide a un informe que oculte las consultas de menos pestañas, al menos tres.',
      erasure: 'Borra a un visitante por su id, con todos sus eventos y sesiones.',
    },
  },
}
