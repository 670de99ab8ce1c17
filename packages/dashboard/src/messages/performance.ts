import type { DashboardLocale } from '../locale.js'

export interface PerformanceWords {
  readonly title: string
  readonly lead: string
  readonly rated: string
  readonly ratedMeaning: string
  readonly weighted: string
  readonly navigation: string
  readonly kind: Readonly<Record<'hard' | 'soft', string>>
  readonly metric: string
  readonly explains: Readonly<Record<'FCP' | 'TTFB', string>>
  readonly shares: string
  readonly limits: string
  readonly barTitle: (metric: string) => string
  readonly barDescription: (shares: string, n: string) => string
  readonly noneOf: Readonly<Record<'hard' | 'soft', string>>
  readonly costs: string
  readonly costsMeaning: string
  readonly costsNote: (limits: string) => string
  readonly speed: string
  readonly read: string
  readonly quickExit: string
  readonly noSpeed: string
}

export const performanceWords: Readonly<Record<DashboardLocale, PerformanceWords>> = {
  en: {
    title: 'Performance',
    lead: 'How fast articles show, and what slow ones cost.',
    rated: 'Page views by rating',
    ratedMeaning:
      'Of the page views measured, those that were good, in need of work and poor by the limits of web.dev. The articles with most page views count together, each with as many page views as were measured of it.',
    weighted: 'Over the articles of the table below, each weighted by the page views measured of it (n).',
    navigation: 'Kind of navigation',
    kind: { hard: 'Page loads', soft: 'Inside the app' },
    metric: 'Metric',
    explains: { FCP: 'first paint', TTFB: 'answer of the server' },
    shares: 'Shares',
    limits: 'Limits',
    barTitle: (metric) => `${metric} by rating`,
    barDescription: (shares, n) =>
      `One bar in three parts: ${shares}; ${n} page views. The line holds the same numbers.`,
    noneOf: {
      hard: 'No page load was measured in this period. Look inside the app, choose other dates, or take a filter away.',
      soft: 'No navigation inside the app was measured in this period: not every browser can. Look at page loads, choose other dates, or take a filter away.',
    },
    costs: 'What slow openings cost',
    costsMeaning:
      'Openings whose largest paint was measured, by its speed: how many were read, and how many were left at once. Read and left at once are as in the report of articles.',
    costsNote: (limits) =>
      `Largest paint (LCP): ${limits}. That slowness and leaving go together does not say that one makes the other.`,
    speed: 'Largest paint',
    read: 'Read',
    quickExit: 'Left at once',
    noSpeed:
      'No opening with a measured largest paint lies in this period. Choose other dates, or take a filter away; a new site needs a day or two of readers.',
  },
  es: {
    title: 'Rendimiento',
    lead: 'Con qué rapidez se muestran los artículos y qué cuestan los lentos.',
    rated: 'Páginas vistas por valoración',
    ratedMeaning:
      'De las páginas vistas que se midieron, las que fueron buenas, mejorables y malas según los límites de web.dev. Los artículos con más páginas vistas cuentan juntos, cada uno con tantas páginas vistas como se midieron.',
    weighted: 'Sobre los artículos de la tabla de abajo, cada uno según las páginas vistas que se midieron (n).',
    navigation: 'Tipo de navegación',
    kind: { hard: 'Cargas de página', soft: 'Dentro de la aplicación' },
    metric: 'Métrica',
    explains: { FCP: 'primer elemento visible', TTFB: 'respuesta del servidor' },
    shares: 'Reparto',
    limits: 'Límites',
    barTitle: (metric) => `${metric} por valoración`,
    barDescription: (shares, n) =>
      `Una barra en tres partes: ${shares}; ${n} páginas vistas. La línea tiene los mismos números.`,
    noneOf: {
      hard: 'No se midió ninguna carga de página en este periodo. Mira dentro de la aplicación, elige otras fechas o quita un filtro.',
      soft: 'No se midió ninguna navegación dentro de la aplicación en este periodo: no todos los navegadores pueden. Mira las cargas de página, elige otras fechas o quita un filtro.',
    },
    costs: 'Qué cuestan las aperturas lentas',
    costsMeaning:
      'Las aperturas cuyo mayor elemento visible se midió, según su rapidez: cuántas se leyeron y cuántas se dejaron enseguida. Leídas y dejadas enseguida son como en el informe de artículos.',
    costsNote: (limits) =>
      `Mayor elemento visible (LCP): ${limits}. Que la lentitud y el abandono vayan juntos no dice que una cause el otro.`,
    speed: 'Mayor elemento visible',
    read: 'Leídas',
    quickExit: 'Dejadas enseguida',
    noSpeed:
      'En este periodo no hay ninguna apertura cuyo mayor elemento visible se midiera. Elige otras fechas o quita un filtro; un sitio nuevo necesita uno o dos días de lectores.',
  },
}
