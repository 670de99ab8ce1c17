import type { GraphNode } from './flowGraph.js'

/** Two lines of small letters, px: no two names of a column can meet. */
export const LABEL_HEIGHT = 34
export const GAP = 8

export interface LaidNode extends GraphNode {
  readonly times: number
  /** Px from the top. */
  readonly y: number
  readonly height: number
}

/** One below the other, each with room for its name. `below`: what is kept free under them, px. */
export function stackNodes(
  nodes: readonly (GraphNode & { readonly times: number })[],
  px: (times: number) => number,
  below: number,
): { readonly nodes: LaidNode[]; readonly height: number } {
  let top = 0
  const laid = nodes.map((node) => {
    const height = px(node.times)
    const room = Math.max(height, LABEL_HEIGHT)
    const y = top + (room - height) / 2
    top += room + GAP
    return { ...node, y, height }
  })
  return { nodes: laid, height: Math.max(0, top - GAP) + below }
}
