import type { GraphLink } from './flowGraph.js'
import { type End, ribbonPath } from './ribbonPath.js'
import type { LaidNode } from './stackNodes.js'

export interface Ribbon extends GraphLink {
  /** Px. */
  readonly width: number
  /** Where its upper edge leaves, passes below the articles if it opened none, and arrives. */
  readonly ends: readonly End[]
  readonly path: string
}

interface Lanes {
  passes(link: GraphLink): boolean
  /** Where those that pass begin, px from the top. */
  readonly laneTop: number
  px(times: number): number
}

/** Each begins and ends where the one before it on that side of its node stopped. */
export function layRibbons(
  links: readonly GraphLink[],
  nodes: readonly LaidNode[],
  { passes, laneTop, px }: Lanes,
): Ribbon[] {
  const columnOf = new Map(nodes.map(({ id, column }) => [id, column]))
  const leaving = new Map(nodes.map(({ id, y }) => [id, y]))
  const arriving = new Map(leaving)
  const passing = new Map([['', laneTop]])
  return links.map((link) => {
    const width = px(link.times)
    const { source, target } = link
    const ends: End[] = [
      { column: columnOf.get(source)!, y: take(leaving, source, width) },
      ...(passes(link) ? [{ column: 'article' as const, y: take(passing, '', width) }] : []),
      { column: columnOf.get(target)!, y: take(arriving, target, width) },
    ]
    return { ...link, width, ends, path: ribbonPath(ends, width) }
  })
}

function take(next: Map<string, number>, id: string, width: number): number {
  const y = next.get(id)!
  next.set(id, y + width)
  return y
}
