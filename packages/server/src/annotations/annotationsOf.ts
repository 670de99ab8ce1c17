import type { Period } from '../reports/shapes.js'
import type { Store } from '../store/store.js'
import type { Annotation } from './annotation.js'
import { annotationsSql } from './annotations.sql.js'

const MOST = 200

/** What was done to a site in a period, the latest first. */
export async function annotationsOf(
  store: Store,
  { site, period }: { readonly site: string; readonly period: Omit<Period, 'tz'> },
): Promise<Annotation[]> {
  const { from, to } = period
  const rows = await store.query<Omit<Annotation, 'at'> & { at: number }>(annotationsSql, {
    site,
    from,
    to,
    limit: MOST,
  })
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }))
}
