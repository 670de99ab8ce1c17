import type { Engine } from '../store/duckdb/engine.js'
import type { AnnotationOrder } from './annotation.js'
import { addAnnotationSql, hasAnnotationSql, removeAnnotationSql, sameAnnotationSql } from './annotations.sql.js'

/** Keeps an annotation, once however often it is told, or removes one. Resolves to its id; null when there is none to remove. */
export function changeAnnotations(engine: Engine, order: AnnotationOrder): Promise<string | null> {
  const { site } = order
  return engine.transaction(async (run) => {
    if (order.do === 'remove') {
      const [found] = await run<{ id: string }>(hasAnnotationSql, { site, id: order.id })
      await run(removeAnnotationSql, { site, id: order.id })
      return found?.id ?? null
    }
    const { id, at, kind, text, article, by } = order.annotation
    const [same] = await run<{ id: string }>(sameAnnotationSql, { site, id, at, kind, text, article })
    if (same) return same.id
    await run(addAnnotationSql, { site, id, at, kind, text, article, by })
    return id
  })
}
