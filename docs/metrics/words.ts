import type { ReportName } from '@helptally/server'
import type { Language } from '../reference/words.ts'

interface MetricWords {
  readonly title: string
  readonly description: string
  readonly intro: readonly string[]
  readonly marks: readonly string[]
  readonly reports: Readonly<Record<ReportName, string>>
  readonly number: string
  readonly formula: string
  readonly nullWhen: string
  readonly nothing: string
  readonly version: (version: string) => string
  readonly api: (call: string) => string
  readonly dashboard: (pages: string) => string
  readonly source: (link: string) => string
}

/** On which pages of the dashboard the numbers of a report stand. */
export const PLACES: Readonly<Record<ReportName, Readonly<Record<Language, string>>>> = {
  sessions: { en: 'Overview', es: 'Resumen' },
  outcomes: { en: 'Overview', es: 'Resumen' },
  articles: { en: 'Articles, Overview', es: 'Artículos, Resumen' },
  article: { en: 'Article', es: 'Artículo' },
  searches: { en: 'Search, Overview', es: 'Búsqueda, Resumen' },
  gaps: { en: 'Content gaps, Overview', es: 'Contenido que falta, Resumen' },
  suggestions: { en: 'Suggestions', es: 'Sugerencias' },
  flow: { en: 'Suggestions', es: 'Sugerencias' },
  deflection: { en: 'none, the API alone', es: 'en ninguna, solo la API' },
  vitals: { en: 'Performance', es: 'Rendimiento' },
  live: { en: 'Live, Overview', es: 'En directo, Resumen' },
  channels: { en: 'Channels', es: 'Canales' },
  ledger: { en: 'Data quality', es: 'Calidad de los datos' },
}

export const METRIC_WORDS: Readonly<Record<Language, MetricWords>> = {
  en: {
    title: 'Metrics and their formulas',
    description: 'Every number of every report, with its definition, its formula, its version, and when it is null.',
    intro: [
      'Every report carries its definition, with a version and the formula of each of its numbers: in the API as `definition`, in the dashboard behind the question mark of a number. This article is made from these definitions, and a test fails when it is out of date. When the meaning of a number changes, the version of its report grows.',
      'How to read the tables:',
    ],
    marks: [
      'A formula (A) / (B) is a share: the API answers it as `{ rate, n }`, where `rate` is A / B, from 0 to 1, and `n` is B. Where B is 0, `rate` is null, and the dashboard shows a dash.',
      'Names in a formula, such as `known`, are other numbers of the same report. A name with a dot is a field inside a field.',
      'Lengths of time are in milliseconds. A median of an even number is the mean of the two in the middle.',
      'All but Channels, Live and Data quality are about help-center sessions that started in the period, and choose by the filters of the request. Robots, tests and readers without consent are in none of them.',
      'What comes within some time, "24 hours", "30 minutes", has its bound in [limits](limits.md).',
    ],
    reports: {
      sessions: 'Sessions',
      outcomes: 'Outcomes',
      articles: 'Articles',
      article: 'One article',
      searches: 'Searches',
      gaps: 'Content gaps',
      suggestions: 'Suggestions',
      flow: 'Flow',
      deflection: 'Deflection',
      vitals: 'Web vitals',
      live: 'Live',
      channels: 'Channels',
      ledger: 'Ledger',
    },
    number: 'Number',
    formula: 'Formula',
    nullWhen: 'Null when',
    nothing: 'there is nothing to divide by',
    version: (version) => `**Version ${version}.**`,
    api: (call) => `API: ${call}.`,
    dashboard: (pages) => `Dashboard: ${pages}.`,
    source: (link) => `Source: ${link}.`,
  },
  es: {
    title: 'Las métricas y sus fórmulas',
    description: 'Cada número de cada informe, con su definición, su fórmula, su versión y cuándo es nulo.',
    intro: [
      'Cada informe lleva su definición, con una versión y la fórmula de cada uno de sus números: en la API como `definition`, en el panel tras el signo de interrogación de un número. Este artículo sale de esas definiciones, y una prueba falla cuando deja de estar al día. Cuando cambia el significado de un número, sube la versión de su informe.',
      'Cómo se leen las tablas:',
    ],
    marks: [
      'Una fórmula (A) / (B) es una proporción: la API la responde como `{ rate, n }`, donde `rate` es A / B, de 0 a 1, y `n` es B. Si B es 0, `rate` es nulo y el panel muestra una raya.',
      'Los nombres de una fórmula, como `known`, son otros números del mismo informe. Un nombre con punto es un campo dentro de otro.',
      'Las duraciones están en milisegundos. La mediana de una cantidad par es la media de los dos de en medio.',
      'Todos menos Canales, En directo y Libro de eventos tratan de las sesiones del centro de ayuda que empezaron en el periodo, y eligen según los filtros de la petición. Ni robots, ni pruebas, ni lectores sin consentimiento están en ninguno.',
      'Lo que llega dentro de un tiempo, «24 horas», «30 minutos», tiene su cota en [límites](limits.md).',
    ],
    reports: {
      sessions: 'Sesiones',
      outcomes: 'Resultados',
      articles: 'Artículos',
      article: 'Un artículo',
      searches: 'Búsquedas',
      gaps: 'Contenido que falta',
      suggestions: 'Sugerencias',
      flow: 'Recorridos',
      deflection: 'Consultas evitadas',
      vitals: 'Web vitals',
      live: 'En directo',
      channels: 'Canales',
      ledger: 'Libro de eventos',
    },
    number: 'Número',
    formula: 'Fórmula',
    nullWhen: 'Nulo cuando',
    nothing: 'no hay nada entre lo que dividir',
    version: (version) => `**Versión ${version}.**`,
    api: (call) => `API: ${call}.`,
    dashboard: (pages) => `Panel: ${pages}.`,
    source: (link) => `Código: ${link}.`,
  },
}
