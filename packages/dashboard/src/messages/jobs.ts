import type { JobKind, JobProgress, JobState } from '@helptally/server/reports'
import type { DashboardLocale } from '../locale.js'
import { type ImportJobWords, importJobWords } from './importJob.js'
import { type RecountJobWords, recountJobWords } from './recountJob.js'

/** Why a form started nothing. */
export type NotStarted = 'busy' | 'gone' | 'not_understood' | 'too_large' | 'cut_off' | 'no_file'

export interface JobsWords {
  readonly title: string
  readonly lead: string
  readonly notFiltered: string
  readonly name: Readonly<Record<JobKind, string>>
  readonly about: Readonly<Record<JobKind, string>>
  readonly onlyFor: Readonly<Record<JobKind, string>>
  readonly none: Readonly<Record<JobKind, string>>
  readonly start: Readonly<Record<JobKind, string>>
  readonly nth: Readonly<Record<JobKind, (nr: string) => string>>
  readonly state: Readonly<Record<JobKind, Readonly<Record<JobState, string>>>>
  readonly cancelling: string
  readonly since: (at: string) => string
  /** Before who started it. */
  readonly by: string
  readonly ended: (at: string) => string
  readonly progress: Readonly<Record<JobProgress['unit'], (done: string, of: string) => string>>
  readonly begins: string
  readonly left: (time: string) => string
  readonly leaves: string
  readonly cancel: string
  readonly again: string
  readonly goOn: string
  /** What a job came to that is not done, and what to do next. */
  readonly came: Readonly<Record<JobKind, Readonly<Record<'cancelled' | 'failed' | 'interrupted', string>>>>
  readonly resumes: string
  readonly detail: string
  readonly notStarted: Readonly<Record<NotStarted, string>>
  readonly earlier: Readonly<Record<JobKind, string>>
  readonly begun: string
  readonly stateHead: string
  readonly what: string
  readonly result: string
  readonly things: Readonly<Record<'events' | 'sessions', string>>
  readonly thingsLabel: string
  readonly format: string
  readonly formatOf: Readonly<Record<'ndjson' | 'csv' | 'parquet', string>>
  readonly exported: Readonly<Record<'events' | 'sessions', (rows: string, size: string) => string>>
  readonly download: (name: string) => string
  readonly keptUntil: (at: string) => string
  readonly fileGone: string
  readonly ofImport: ImportJobWords
  readonly ofRecount: RecountJobWords
}

const STATE_EN: Readonly<Record<JobState, string>> = {
  running: 'running',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
  interrupted: 'interrupted',
}

/** An export and an import are feminine. */
const STATE_ES: Readonly<Record<JobState, string>> = {
  running: 'en curso',
  done: 'terminada',
  cancelled: 'cancelada',
  failed: 'con error',
  interrupted: 'interrumpida',
}

export const jobsWords: Readonly<Record<DashboardLocale, JobsWords>> = {
  en: {
    title: 'Data jobs',
    lead: 'Take data out, bring data in, and count again from the log.',
    notFiltered: 'The filters do not apply here: a job is about all that is kept of the help center.',
    name: { export: 'Export', import: 'Import', recount: 'Recount' },
    about: {
      export: 'Writes all that is kept of the days you choose into a file, which lies here for a day.',
      import:
        'Takes a file that an export wrote, or the access log of a web server. What is here already is not counted twice.',
      recount: 'Runs the rules over the log again, trusts nothing that pages claimed, and says where the two differ.',
    },
    onlyFor: {
      export: 'Only administrators export: the file holds what each visitor did.',
      import: 'Only administrators import: it changes the numbers of everybody.',
      recount: 'Editors and administrators start a recount. Its result is shown to you as well.',
    },
    none: {
      export: 'Nothing has been exported yet.',
      import: 'Nothing has been imported here yet.',
      recount: 'Nothing has been recounted here yet.',
    },
    start: { export: 'Export', import: 'Import', recount: 'Count again' },
    nth: {
      export: (nr) => `Export ${nr}`,
      import: (nr) => `Import ${nr}`,
      recount: (nr) => `Recount ${nr}`,
    },
    state: { export: STATE_EN, import: STATE_EN, recount: STATE_EN },
    cancelling: 'being cancelled',
    since: (at) => `Since ${at}`,
    by: 'asked for by',
    ended: (at) => `Ended ${at}.`,
    progress: {
      rows: (done, of) => `${done} of ${of} rows`,
      bytes: (done, of) => `${done} of ${of} read`,
      views: (done, of) => `${done} of ${of} page views taken`,
      events: (done, of) => `${done} of ${of} events counted`,
    },
    begins: 'Begins.',
    left: (time) => `About ${time} left.`,
    leaves: 'It goes on when you leave this page.',
    cancel: 'Cancel',
    again: 'Start again',
    goOn: 'Go on',
    came: {
      export: {
        cancelled: 'It left no file.',
        failed: 'It left no file. Mend the cause, and start again.',
        interrupted: 'The server ended while it ran, by a restart perhaps. It left no file: start again.',
      },
      import: {
        cancelled: 'What was taken until then stays. Send the same file again to take the rest; nothing counts twice.',
        failed: 'What was taken until then stays. Mend the cause, and send the file again; nothing counts twice.',
        interrupted:
          'The server ended while it ran, by a restart perhaps. What was taken until then stays, and nothing counts twice.',
      },
      recount: {
        cancelled: 'Nothing is changed by it: start again whenever you like.',
        failed: 'Nothing is changed by it. Mend the cause, and start again.',
        interrupted: 'The server ended while it ran, by a restart perhaps. Nothing is changed by it.',
      },
    },
    resumes: 'It can go on from where it was.',
    detail: 'What the server says',
    notStarted: {
      busy: 'Nothing was started: one is running already. Wait until it ends, or cancel it.',
      gone: 'Nothing was started: the file is not here any more. Send it again.',
      not_understood:
        'Nothing was started: something in the form was not understood. Look at the dates and the choices.',
      too_large: 'Nothing was imported: the file is larger than this site allows.',
      cut_off: 'Nothing was imported: the file did not arrive whole. Send it again.',
      no_file: 'Nothing was imported: no file was chosen, or it is empty.',
    },
    earlier: { export: 'Earlier exports', import: 'Earlier imports', recount: 'Earlier recounts' },
    begun: 'Started',
    stateHead: 'State',
    what: 'What',
    result: 'Result',
    things: { events: 'Events', sessions: 'Sessions' },
    thingsLabel: 'What to export',
    format: 'Format',
    formatOf: {
      ndjson: 'NDJSON, which can be imported again',
      csv: 'CSV, for spreadsheets',
      parquet: 'Parquet, for data tools',
    },
    exported: {
      events: (rows, size) => `${rows} events, ${size}.`,
      sessions: (rows, size) => `${rows} sessions, ${size}.`,
    },
    download: (name) => `Download ${name}`,
    keptUntil: (at) => `The file lies here until ${at}, or until the disk gets full.`,
    fileGone: 'Its file is not here any more. Start again for a new one.',
    ofImport: importJobWords.en,
    ofRecount: recountJobWords.en,
  },
  es: {
    title: 'Tareas de datos',
    lead: 'Saca datos, trae datos y vuelve a contar desde el registro.',
    notFiltered: 'Los filtros no se aplican aquí: una tarea trata de todo lo que se guarda del centro de ayuda.',
    name: { export: 'Exportación', import: 'Importación', recount: 'Recuento' },
    about: {
      export: 'Escribe en un archivo todo lo que se guarda de los días que elijas. El archivo queda aquí un día.',
      import:
        'Toma un archivo escrito por una exportación, o el registro de accesos de un servidor web. Lo que ya está aquí no se cuenta dos veces.',
      recount:
        'Aplica de nuevo las reglas al registro, sin fiarse de lo que dijeron las páginas, y dice en qué difieren.',
    },
    onlyFor: {
      export: 'Solo los administradores exportan: el archivo contiene lo que hizo cada visitante.',
      import: 'Solo los administradores importan: cambia los números de todos.',
      recount: 'Los editores y los administradores inician un recuento. Su resultado también lo ves tú.',
    },
    none: {
      export: 'Todavía no se ha exportado nada.',
      import: 'Todavía no se ha importado nada aquí.',
      recount: 'Todavía no se ha vuelto a contar nada aquí.',
    },
    start: { export: 'Exportar', import: 'Importar', recount: 'Volver a contar' },
    nth: {
      export: (nr) => `Exportación ${nr}`,
      import: (nr) => `Importación ${nr}`,
      recount: (nr) => `Recuento ${nr}`,
    },
    state: {
      export: STATE_ES,
      import: STATE_ES,
      recount: { ...STATE_ES, done: 'terminado', cancelled: 'cancelado', interrupted: 'interrumpido' },
    },
    cancelling: 'cancelándose',
    since: (at) => `Desde ${at}`,
    by: 'a petición de',
    ended: (at) => `Acabó: ${at}.`,
    progress: {
      rows: (done, of) => `${done} de ${of} filas`,
      bytes: (done, of) => `${done} de ${of} leídos`,
      views: (done, of) => `${done} de ${of} vistas de página tomadas`,
      events: (done, of) => `${done} de ${of} eventos contados`,
    },
    begins: 'Empieza.',
    left: (time) => `Quedan unos ${time}.`,
    leaves: 'Sigue aunque salgas de esta página.',
    cancel: 'Cancelar',
    again: 'Empezar de nuevo',
    goOn: 'Continuar',
    came: {
      export: {
        cancelled: 'No dejó ningún archivo.',
        failed: 'No dejó ningún archivo. Corrige la causa y empieza de nuevo.',
        interrupted:
          'El servidor acabó mientras estaba en curso, quizá por un reinicio. No dejó ningún archivo: empieza de nuevo.',
      },
      import: {
        cancelled:
          'Lo tomado hasta entonces se queda. Envía de nuevo el mismo archivo para tomar el resto; nada se cuenta dos veces.',
        failed:
          'Lo tomado hasta entonces se queda. Corrige la causa y envía de nuevo el archivo; nada se cuenta dos veces.',
        interrupted:
          'El servidor acabó mientras estaba en curso, quizá por un reinicio. Lo tomado hasta entonces se queda, y nada se cuenta dos veces.',
      },
      recount: {
        cancelled: 'No cambia nada: empieza de nuevo cuando quieras.',
        failed: 'No cambia nada. Corrige la causa y empieza de nuevo.',
        interrupted: 'El servidor acabó mientras estaba en curso, quizá por un reinicio. No cambia nada.',
      },
    },
    resumes: 'Puede continuar desde donde estaba.',
    detail: 'Lo que dice el servidor',
    notStarted: {
      busy: 'No se inició nada: ya hay una en curso. Espera a que acabe, o cancélala.',
      gone: 'No se inició nada: el archivo ya no está aquí. Envíalo de nuevo.',
      not_understood: 'No se inició nada: algo del formulario no se entendió. Revisa las fechas y lo elegido.',
      too_large: 'No se importó nada: el archivo es más grande de lo que permite este sitio.',
      cut_off: 'No se importó nada: el archivo no llegó entero. Envíalo de nuevo.',
      no_file: 'No se importó nada: no se eligió ningún archivo, o está vacío.',
    },
    earlier: {
      export: 'Exportaciones anteriores',
      import: 'Importaciones anteriores',
      recount: 'Recuentos anteriores',
    },
    begun: 'Inicio',
    stateHead: 'Estado',
    what: 'Qué',
    result: 'Resultado',
    things: { events: 'Eventos', sessions: 'Sesiones' },
    thingsLabel: 'Qué exportar',
    format: 'Formato',
    formatOf: {
      ndjson: 'NDJSON, que se puede volver a importar',
      csv: 'CSV, para hojas de cálculo',
      parquet: 'Parquet, para herramientas de datos',
    },
    exported: {
      events: (rows, size) => `${rows} eventos, ${size}.`,
      sessions: (rows, size) => `${rows} sesiones, ${size}.`,
    },
    download: (name) => `Descargar ${name}`,
    keptUntil: (at) => `El archivo queda aquí hasta ${at}, o hasta que el disco se llene.`,
    fileGone: 'Su archivo ya no está aquí. Empieza de nuevo para tener otro.',
    ofImport: importJobWords.es,
    ofRecount: recountJobWords.es,
  },
}
