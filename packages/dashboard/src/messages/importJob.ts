import type { DashboardLocale } from '../locale.js'

/** What is said of an import, and of what became of its lines. */
export interface ImportJobWords {
  readonly file: string
  readonly fileNote: (limit: string) => string
  readonly fileIs: string
  readonly fileIsOf: Readonly<Record<'export' | 'combined', string>>
  readonly ofLogs: string
  readonly articles: string
  readonly language: string
  readonly hosts: string
  readonly hostsNote: string
  readonly imported: (taken: string, lines: string) => string
  readonly line: string
  readonly lines: string
  readonly taken: string
  readonly known: string
  readonly leftOut: Readonly<Record<string, string>>
  readonly sumOf: string
  readonly notUnderstood: string
  readonly reason: string
  readonly unread: string
  readonly sessionsBegin: (sessions: string) => string
}

export const importJobWords: Readonly<Record<DashboardLocale, ImportJobWords>> = {
  en: {
    file: 'File',
    fileNote: (limit) => `At most ${limit}; it may be gzipped.`,
    fileIs: 'It is',
    fileIsOf: { export: 'an export of Helptally (NDJSON)', combined: 'an access log (Apache, nginx)' },
    ofLogs: 'For access logs',
    articles: 'Where articles live',
    language: 'Language of articles whose address names none',
    hosts: 'Hosts of the help center',
    hostsNote: 'With commas between. Left empty, the log tells which.',
    imported: (taken, lines) => `${taken} taken, of ${lines} lines.`,
    line: 'Line',
    lines: 'Lines',
    taken: 'Taken, new here',
    known: 'Here already',
    leftOut: {
      kept_out: 'Of visitors who were erased',
      erased: 'Notes of erased visitors, who are kept out now',
      bad: 'Not understood',
      not_get: 'No page was asked for',
      not_ok: 'Answered with an error or elsewhere',
      asset: 'Images, styles, scripts',
      not_article: 'Other pages than articles',
      robot: 'Robots',
      broken: 'Not understood',
    },
    sumOf: 'What became of each line',
    notUnderstood: 'The first lines that were not understood',
    reason: 'Why',
    unread: 'The file could not be read to its end. What came before counts.',
    sessionsBegin: (sessions) => `${sessions} sessions begin with these views. They are marked as imported.`,
  },
  es: {
    file: 'Archivo',
    fileNote: (limit) => `Como mucho ${limit}; puede estar comprimido con gzip.`,
    fileIs: 'Es',
    fileIsOf: { export: 'una exportación de Helptally (NDJSON)', combined: 'un registro de accesos (Apache, nginx)' },
    ofLogs: 'Para registros de accesos',
    articles: 'Dónde están los artículos',
    language: 'Idioma de los artículos cuya dirección no lo dice',
    hosts: 'Dominios del centro de ayuda',
    hostsNote: 'Separados por comas. Si se deja vacío, lo dice el registro.',
    imported: (taken, lines) => `${taken} tomados, de ${lines} líneas.`,
    line: 'Línea',
    lines: 'Líneas',
    taken: 'Tomados, nuevos aquí',
    known: 'Ya estaban aquí',
    leftOut: {
      kept_out: 'De visitantes borrados',
      erased: 'Avisos de visitantes borrados, que ya no se admiten',
      bad: 'No se entendieron',
      not_get: 'No pedían ninguna página',
      not_ok: 'Respondidas con un error o con otra dirección',
      asset: 'Imágenes, estilos, scripts',
      not_article: 'Páginas que no son artículos',
      robot: 'Programas (robots)',
      broken: 'No se entendieron',
    },
    sumOf: 'Qué fue de cada línea',
    notUnderstood: 'Las primeras líneas que no se entendieron',
    reason: 'Por qué',
    unread: 'El archivo no se pudo leer hasta el final. Lo anterior cuenta.',
    sessionsBegin: (sessions) => `${sessions} sesiones empiezan con estas vistas. Quedan marcadas como importadas.`,
  },
}
