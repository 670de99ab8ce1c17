import type { FlowReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import type { View } from '../view.js'
import { FlowLabel } from './FlowLabel.js'
import { FLOW_COLUMNS, flowGraph } from './flowGraph.js'
import { layFlow } from './layFlow.js'
import type { Ribbon } from './layRibbons.js'
import { COLUMN_X, NODE_WIDTH } from './ribbonPath.js'
import { stepName } from './stepName.js'

/** Room above the plot for the heads of its columns, px. */
const HEAD = 28

/**
 * What came before an article, the article, and what came after it. The bands are stretched to the width of the page,
 * in a drawing of their own, so that the letters are not.
 */
export function FlowPicture({ report, view }: { report: FlowReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.suggestions
  const { nodes, ribbons, height } = layFlow(flowGraph(report.rows))
  const times = report.rows.reduce((sum, row) => sum + row.times, 0)
  const tell = ({ source, target, times }: Ribbon) =>
    words.band(stepName(source, view), stepName(target, view), format.count(times))
  return (
    <svg className="ht-flow" role="img" aria-labelledby="ht-flow-name ht-flow-desc" width="100%" height={HEAD + height}>
      <title id="ht-flow-name">{words.flow}</title>
      <desc id="ht-flow-desc">{words.flowDescription(format.count(times))}</desc>
      {FLOW_COLUMNS.map((column) => (
        <text
          key={column}
          className="ht-flow-head"
          x={percent(column === 'after' ? 100 : COLUMN_X[column])}
          y="12"
          textAnchor={column === 'after' ? 'end' : 'start'}
        >
          {words.flowColumn[column]}
        </text>
      ))}
      <g transform={`translate(0 ${HEAD})`}>
        <svg aria-hidden="true" width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
          {ribbons.map((ribbon) => (
            <path key={`${ribbon.source} ${ribbon.target}`} className={`ht-ribbon ${kindOf(ribbon)}`} d={ribbon.path}>
              <title>{tell(ribbon)}</title>
            </path>
          ))}
        </svg>
        {nodes.map((node) => (
          <rect
            key={node.id}
            className={`ht-node ${kindOf({ source: node.id, target: node.id })}`}
            x={percent(COLUMN_X[node.column])}
            width={percent(NODE_WIDTH)}
            y={node.y.toFixed(2)}
            height={Math.max(1, node.height).toFixed(2)}
          />
        ))}
        {nodes.map((node) => (
          <FlowLabel key={node.id} node={node} view={view} />
        ))}
      </g>
    </svg>
  )
}

/** Its colour, which only repeats what its ends say. */
function kindOf({ source, target }: Pick<Ribbon, 'source' | 'target'>): string {
  if (target === 'suggestion') return 'ht-to-suggestion'
  if (target === 'contact') return 'ht-to-contact'
  return source.startsWith('entry:') ? `ht-from-${source.slice('entry:'.length)}` : 'ht-from-else'
}
