import { describe, expect, test } from '@jest/globals'
import { en } from '../src/messages/en.js'
import { es } from '../src/messages/es.js'
import { fitLabel, LABEL_ROOM, LEAST_WIDTH, LETTER_WIDTH } from '../src/suggestions/fitLabel.js'
import { FLOW_COLUMNS, flowGraph, MOST_NODES } from '../src/suggestions/flowGraph.js'
import { layFlow } from '../src/suggestions/layFlow.js'
import { COLUMN_X } from '../src/suggestions/ribbonPath.js'
import { LABEL_HEIGHT, type LaidNode } from '../src/suggestions/stackNodes.js'
import { flowReport, someSteps } from './suggestionsReports.js'

const { rows } = flowReport(someSteps)
const total = (list: readonly { readonly times: number }[]) => list.reduce((sum, { times }) => sum + times, 0)

/** The rows themselves, one step, articles alone, and a thing next to nothing beside a thousand. */
const reports = Object.entries({
  'of every kind': rows,
  'of one step': flowReport([['entry:direct_link', 'article:uno', 1, 'external']]).rows,
  'of articles alone': flowReport([['article:uno', 'article:dos', 4, 'suggestion']]).rows,
  'of the rare and the frequent': flowReport([
    ['entry:direct_link', 'article:uno', 1000, 'external'],
    ['article:uno', 'end', 999],
    ['article:uno', 'contact', 1],
    ['search', 'end', 1],
  ]).rows,
})

describe.each(reports)('a picture %s', (_, of) => {
  const graph = flowGraph(of)
  const { nodes, ribbons, height } = layFlow(graph)
  const inColumn = (column: string) => nodes.filter((node) => node.column === column)

  test('counts every time of the report in one band', () => {
    expect(total(graph.links)).toBe(total(of))
    expect(total(ribbons)).toBe(total(of))
  })

  test('has at most a dozen nodes', () => {
    expect(nodes.length).toBeLessThanOrEqual(MOST_NODES)
  })

  test('draws bands as wide as they are frequent', () => {
    const px = ribbons[0]!.width / ribbons[0]!.times
    for (const { width, times } of ribbons) expect(width).toBeCloseTo(px * times, 6)
    for (const node of nodes) expect(node.height).toBeCloseTo(px * node.times, 6)
  })

  test('leaves room for the name of each node', () => {
    for (const column of FLOW_COLUMNS) {
      const labels = inColumn(column).map((node) => node.y + node.height / 2 - LABEL_HEIGHT / 2)
      for (const [i, top] of labels.entries())
        if (i > 0) expect(top - labels[i - 1]!).toBeGreaterThanOrEqual(LABEL_HEIGHT)
      for (const top of labels) expect(top).toBeGreaterThanOrEqual(-0.001)
      for (const top of labels) expect(top + LABEL_HEIGHT).toBeLessThanOrEqual(height + 0.001)
    }
  })

  test('lets no two nodes of a column overlap', () => {
    for (const column of FLOW_COLUMNS) apart(inColumn(column).map(({ y, height }) => [y, y + height]))
  })

  test('lets no two bands overlap where they leave a node or arrive, and none stand out of it', () => {
    for (const node of nodes) {
      const leaving = ribbons.filter(({ source }) => source === node.id).map(({ ends, width }) => [ends[0]!.y, width])
      const arriving = ribbons.filter(({ target }) => target === node.id).map((r) => [r.ends.at(-1)!.y, r.width])
      for (const side of [leaving, arriving]) within(node, apart(side.map(([y, width]) => [y!, y! + width!])))
    }
  })

  test('leads what opened no article past the articles', () => {
    const passing = ribbons.filter(({ ends }) => ends.length === 3)
    expect(total(passing)).toBe(total(of.filter(({ from, to }) => from === 'search' && !to.startsWith('article:'))))
    apart([
      ...inColumn('article').map(({ y, height }): Span => [y, y + Math.max(height, 0)]),
      ...passing.map(({ ends, width }): Span => [ends[1]!.y, ends[1]!.y + width]),
    ])
    for (const { ends, width } of passing) expect(ends[1]!.y + width).toBeLessThanOrEqual(height + 0.001)
  })

  test('draws nothing but numbers', () => {
    for (const { path } of ribbons) expect(path).toMatch(/^M[\d.,MLCZ-]+Z$/)
  })
})

type Span = readonly [top: number, bottom: number]

function apart(spans: readonly Span[]): readonly Span[] {
  const downwards = spans.toSorted(([a], [b]) => a - b)
  for (const [i, [top]] of downwards.entries())
    if (i > 0) expect(top).toBeGreaterThanOrEqual(downwards[i - 1]![1] - 1e-6)
  return spans
}

function within({ y, height }: LaidNode, spans: readonly Span[]): void {
  for (const [top, bottom] of spans) {
    expect(top).toBeGreaterThanOrEqual(y - 1e-6)
    expect(bottom).toBeLessThanOrEqual(y + height + 1e-6)
  }
}

test('an empty report is an empty picture', () => {
  expect(layFlow(flowGraph([]))).toEqual({ nodes: [], ribbons: [], height: 0 })
})

test('the most opened articles have nodes of their own, the rest are other articles', () => {
  const { nodes, links } = flowGraph(rows)
  expect(nodes.filter(({ column }) => column === 'article').map(({ id }) => id)).toEqual([
    'article:guia-0',
    'article:guia-1',
    'article:guia-2',
    'other',
  ])
  const rest = rows.filter(
    ({ from, to }) =>
      from === 'entry:direct_link' && !['article:guia-0', 'article:guia-1', 'article:guia-2'].includes(to),
  )
  expect(links.find(({ source, target }) => source === 'entry:direct_link' && target === 'other')!.times).toBe(
    total(rest),
  )
})

test('articles that all have room are all named', () => {
  const { nodes } = flowGraph(flowReport([['article:uno', 'article:dos', 4, 'in_article']]).rows)
  expect(nodes.map(({ id }) => id)).toEqual(['article:uno', 'article:dos', 'onward'])
})

test('an article by a suggestion is told from one by another link', () => {
  const { links } = flowGraph(
    flowReport([
      ['article:uno', 'article:dos', 4, 'suggestion'],
      ['article:uno', 'article:dos', 3, 'in_article'],
      ['article:uno', 'search', 2],
    ]).rows,
  )
  expect(links).toEqual([
    { source: 'article:uno', target: 'suggestion', times: 4 },
    { source: 'article:uno', target: 'onward', times: 5 },
  ])
})

describe('a name', () => {
  const widthOf = (text: string) => LETTER_WIDTH * text.length

  test('of the dashboard itself is never cut', () => {
    for (const words of [en, es]) {
      const { step } = words.on.suggestions
      for (const name of [...Object.values(words.entry), step.search]) expect(fitLabel(name, 'before')).toBe(name)
      expect(fitLabel(step.other, 'article')).toBe(step.other)
      for (const name of [step.suggestion, step.onward, step.contact, step.end])
        expect(fitLabel(name, 'after')).toBe(name)
    }
  })

  test.each(FLOW_COLUMNS)('too long for the column %s is cut to the room that it has', (column) => {
    const label = fitLabel('instalar'.repeat(25), column)
    expect(label).toMatch(/^instalar.*…$/)
    expect(widthOf(label)).toBeLessThanOrEqual((LABEL_ROOM[column] / 100) * LEAST_WIDTH)
  })

  test('of pictures is cut between them', () => {
    expect(fitLabel('👩‍🚀'.repeat(40), 'article')).toMatch(/^(👩‍🚀){10}…$/u)
  })

  test('of the middle ends before those at the right begin', () => {
    expect(COLUMN_X.article + 2.2 + LABEL_ROOM.article).toBeLessThanOrEqual(COLUMN_X.after - 1 - LABEL_ROOM.after)
  })
})
