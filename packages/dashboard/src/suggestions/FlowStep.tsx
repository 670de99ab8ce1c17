import type { FlowNode } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { articleOf, stepName } from './stepName.js'

/** One end of a step; an article is a way to its page. */
export function FlowStep({ node, view }: { node: FlowNode; view: View }): ReactElement {
  const article = articleOf(node)
  if (article === undefined) return <>{stepName(node, view)}</>
  return (
    <a href={view.hrefs.to('article', { ...view.address, of: article })}>
      <bdi title={article}>{seen(article)}</bdi>
    </a>
  )
}
