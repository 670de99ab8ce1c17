import { scaleLinear } from 'd3-scale'
import { FLOW_COLUMNS, type FlowColumn, type FlowGraph, type GraphLink } from './flowGraph.js'
import { layRibbons, type Ribbon } from './layRibbons.js'
import { GAP, type LaidNode, stackNodes } from './stackNodes.js'

/** The fullest column is so tall without its gaps, px. */
const BARS_HEIGHT = 260

export interface LaidFlow {
  readonly nodes: readonly LaidNode[]
  readonly ribbons: readonly Ribbon[]
  /** Px. */
  readonly height: number
}

/** Places what follows what in three columns, as wide as it is frequent. What opened no article passes below them. */
export function layFlow({ nodes, links }: FlowGraph): LaidFlow {
  const columnOf = new Map(nodes.map(({ id, column }) => [id, column]))
  const passes = ({ source, target }: GraphLink) =>
    columnOf.get(source) === 'before' && columnOf.get(target) === 'after'
  const passing = sum(links.filter(passes))
  const columns = FLOW_COLUMNS.map((column) =>
    nodes.filter((node) => node.column === column).map((node) => ({ ...node, times: timesOf(node.id, links) })),
  )
  const fullest = Math.max(
    1,
    ...columns.map((column, i) => sum(column) + (FLOW_COLUMNS[i] === 'article' ? passing : 0)),
  )
  const px = scaleLinear().domain([0, fullest]).range([0, BARS_HEIGHT])

  const roomBelow = (column: FlowColumn) => (column === 'article' && passing > 0 ? GAP + px(passing) : 0)
  const stacks = columns.map((column, i) => stackNodes(column, px, roomBelow(FLOW_COLUMNS[i]!)))
  const height = Math.ceil(Math.max(...stacks.map((stack) => stack.height)))
  const laid = stacks.flatMap((stack) =>
    stack.nodes.map((node) => ({ ...node, y: node.y + (height - stack.height) / 2 })),
  )
  const laneTop = (height + stacks[FLOW_COLUMNS.indexOf('article')]!.height) / 2 - px(passing)
  return { nodes: laid, ribbons: layRibbons(inOrder(links, nodes), laid, { passes, laneTop, px }), height }
}

/** What comes in and what goes out differ where readers came from another article: the greater counts. */
function timesOf(id: string, links: readonly GraphLink[]): number {
  return Math.max(sum(links.filter(({ source }) => source === id)), sum(links.filter(({ target }) => target === id)))
}

/** As their nodes stand, so that no more bands cross than must. */
function inOrder(links: readonly GraphLink[], nodes: FlowGraph['nodes']): GraphLink[] {
  const place = new Map(nodes.map(({ id }, i) => [id, i]))
  return links.toSorted(
    (a, b) => place.get(a.source)! - place.get(b.source)! || place.get(a.target)! - place.get(b.target)!,
  )
}

const sum = (counted: readonly { readonly times: number }[]): number =>
  counted.reduce((total, { times }) => total + times, 0)
