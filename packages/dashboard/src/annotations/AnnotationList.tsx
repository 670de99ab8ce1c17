import type { Annotation } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

/** What was done in the period, so that a number that moved can be told from one that was moved. */
export function AnnotationList({
  annotations,
  view,
}: {
  annotations: readonly Annotation[]
  view: View
}): ReactElement | null {
  const { format, hrefs, address } = view
  const words = view.words.annotations
  if (annotations.length === 0) return null
  return (
    <section aria-labelledby="ht-annotations">
      <h3 id="ht-annotations" className="ht-annotations-title">
        {words.title}
      </h3>
      <ul className="ht-annotations">
        {annotations.map(({ id, at, kind, text, article, by }) => (
          <li key={id}>
            <time dateTime={at} className="ht-quiet">
              {format.dayAndTime(at)}
            </time>
            <span>
              {words.kind[kind]}: <bdi>{seen(text)}</bdi>
              {article && (
                <>
                  {' · '}
                  <a href={hrefs.to('article', { ...address, of: article })}>
                    <bdi>{seen(article)}</bdi>
                  </a>
                </>
              )}
              {by && (
                <span className="ht-quiet">
                  {' · '}
                  <bdi>{seen(by)}</bdi>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
