import type { DashboardLocale } from '../locale.js'

export interface OverviewWords {
  readonly title: (site: string) => string
  readonly lead: string
  readonly figures: string
  readonly success: string
  readonly found: string
  readonly foundMeaning: string
  readonly helpfulness: string
  readonly atLeast: (share: string) => string
  readonly contact: string
  readonly outcomes: string
  readonly outcomesDescription: (found: string, failed: string, contacted: string) => string
  readonly outcome: Readonly<Record<'found' | 'failed' | 'contacted', string>>
  readonly outcomeMeaning: Readonly<Record<'found' | 'failed' | 'contacted', string>>
  readonly deflection: string
  readonly gaps: string
  readonly noGaps: string
  readonly toMend: string
  readonly noneToMend: string
  readonly failedOf: (failed: string, opens: string) => string
  readonly score: (score: string) => string
  readonly all: string
}

export const overviewWords: Readonly<Record<DashboardLocale, OverviewWords>> = {
  en: {
    title: (site) => `Help sessions of ${site}`,
    lead: 'How many came, whether they found it, and what to mend first.',
    figures: 'What came of them',
    success: 'Search success',
    found: 'Found it',
    foundMeaning: 'Sessions in which an article was read and no person was asked, of all sessions.',
    helpfulness: 'Helpfulness',
    atLeast: (share) => `surely at least ${share}`,
    contact: 'Asked a person',
    outcomes: 'Outcomes of sessions',
    outcomesDescription: (found, failed, contacted) =>
      `One bar in three parts: found ${found}, failed ${failed}, asked a person ${contacted}. The list below holds the same numbers.`,
    outcome: { found: 'found it', failed: 'did not', contacted: 'asked a person' },
    outcomeMeaning: {
      found: 'An article was read, and nobody was asked.',
      failed: 'No article was read, and nobody was asked.',
      contacted: 'A person was asked.',
    },
    deflection: 'Who was about to ask, and found it instead',
    gaps: 'Biggest content gaps',
    noGaps: 'No search failed often enough to be shown.',
    toMend: 'Articles to mend first',
    noneToMend: 'No opening of an article failed in this period.',
    failedOf: (failed, opens) => `${failed} of ${opens} openings failed`,
    score: (score) => `score ${score}`,
    all: 'Show all',
  },
  es: {
    title: (site) => `Sesiones de ayuda de ${site}`,
    lead: 'Cuántos vinieron, si lo encontraron y qué arreglar primero.',
    figures: 'Qué resultó de ellas',
    success: 'Búsquedas con éxito',
    found: 'Lo encontraron',
    foundMeaning: 'Sesiones en las que se leyó un artículo y no se preguntó a nadie, del total.',
    helpfulness: 'Utilidad',
    atLeast: (share) => `con seguridad al menos ${share}`,
    contact: 'Preguntaron a una persona',
    outcomes: 'Resultado de las sesiones',
    outcomesDescription: (found, failed, contacted) =>
      `Una barra en tres partes: lo encontraron ${found}, no lo encontraron ${failed}, preguntaron a una persona ${contacted}. La lista de abajo tiene los mismos números.`,
    outcome: { found: 'lo encontraron', failed: 'no lo encontraron', contacted: 'preguntaron a una persona' },
    outcomeMeaning: {
      found: 'Se leyó un artículo y no se preguntó a nadie.',
      failed: 'No se leyó ningún artículo y no se preguntó a nadie.',
      contacted: 'Se preguntó a una persona.',
    },
    deflection: 'Quién iba a preguntar y lo encontró antes',
    gaps: 'Lo que más se busca en vano',
    noGaps: 'Ninguna búsqueda falló lo bastante como para mostrarse.',
    toMend: 'Artículos que arreglar primero',
    noneToMend: 'Ninguna apertura de un artículo falló en este periodo.',
    failedOf: (failed, opens) => `fallaron ${failed} de ${opens} aperturas`,
    score: (score) => `peso ${score}`,
    all: 'Ver todo',
  },
}
