import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import type { View } from '../view.js'
import { fitLabel } from './fitLabel.js'

import { COLUMN_X, NODE_WIDTH } from './ribbonPath.js'
import type { LaidNode } from './stackNodes.js'
import { stepName } from './stepName.js'

/** Between a node and its name, in percent of the drawing's width. */
const SPACE = 1

/** A node's name over how often it was passed. Each is a text of its own, so that no letter can turn the other around. */
export function FlowLabel({ node, view }: { node: LaidNode; view: View }): ReactElement {
  const name = stepName(node.id, view)
  const isLast = node.column === 'after'
  const x = percent(COLUMN_X[node.column] + (isLast ? -SPACE : NODE_WIDTH + SPACE))
  const y = node.y + node.height / 2
  const textAnchor = isLast ? 'end' : 'start'
  return (
    <g className="ht-flow-label">
      <title>{name}</title>
      <text x={x} y={(y - 3).toFixed(2)} textAnchor={textAnchor}>
        {fitLabel(name, node.column)}
      </text>
      <text className="ht-flow-times" x={x} y={(y + 12).toFixed(2)} textAnchor={textAnchor}>
        {view.format.count(node.times)}
      </text>
    </g>
  )
}
