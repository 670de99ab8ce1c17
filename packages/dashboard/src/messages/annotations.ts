import type { AnnotationKind } from '@helptally/server/reports'
import type { DashboardLocale } from '../locale.js'

export interface AnnotationsWords {
  readonly title: string
  readonly kind: Readonly<Record<AnnotationKind, string>>
}

export const annotationsWords: Readonly<Record<DashboardLocale, AnnotationsWords>> = {
  en: {
    title: 'What was done',
    kind: { deploy: 'Deploy', publication: 'Publication', note: 'Note' },
  },
  es: {
    title: 'Lo que se hizo',
    kind: { deploy: 'Despliegue', publication: 'Publicación', note: 'Nota' },
  },
}
