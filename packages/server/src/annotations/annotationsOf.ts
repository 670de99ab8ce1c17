import type { Period } from '../reports/shapes.js'
import type { Store } from '../store/store.js'
import type { Annotation } from './annotation.js'
import { annotationsSql } from './annotations.sql.js'

const MOST = 200

interface Asked {
  readonly site: string
  readonly period: Omit<Period, 'tz'>
  /** Only what was done to this article or to the whole site. Default: all. */
  readonly article?: string
}

/** What was done to a site in a period, the latest first. */
export async function annotationsOf(
  store: Store,
  { site, period: { from, to }, article = '' }: Asked,
): Promise<Annotation[]> {
  const rows = await store.query<Omit<Annotation, 'at'> & { at: number }>(annotationsSql, {
    site,
    from,
    to,
    article,
    limit: MOST,
  })
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }))
}
