import type { Annotation } from '@helptally/server/reports'

/** A guide that was published, to the whole site. */
export function annotation(at: string, changes: Partial<Annotation> = {}): Annotation {
  return { id: at, at, kind: 'publication', text: 'Nueva guía', article: '', by: '', ...changes }
}
