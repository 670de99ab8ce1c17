import { expect, test } from '@jest/globals'
import type { GapChange } from '../src/gapWork/gapWork.js'
import type { GapRow } from '../src/reports/shapes.js'
import { checkReport, nearly } from './helpers/checkReport.js'
import { gapsBy } from './oracle/gaps.js'

const PUT = { año: 'tabs', 'a b': 'consent' }
/** All that random readers search, put together to two gaps and what has no letters. */
const merges = Object.entries(PUT).map(([query, into]): GapChange => ({ do: 'merge', query, into }))
const planned: GapChange = { do: 'set', query: 'a b', to: { status: 'planned' } }

test.each([
  [3, {}, []],
  [5, {}, []],
  [3, PUT, [...merges, planned]],
])(
  'the gaps report has what its definition asks for, of what failed in %i tabs, some of it put together: %j',
  async (k, put, gaps) => {
    await checkReport(
      'gaps',
      ({ rows, totals }, events, within) => {
        const wanted = gapsBy(events, within, { k, tz: 'Europe/Madrid', put })
        expect(inOrder(rows.map(numbersOf))).toEqual(inOrder(wanted.rows).map(nearly))
        const { by_status, ...counts } = totals
        expect(counts).toEqual(wanted.totals)
        const isPlanned = rows.some(({ query }) => query === 'consent') && gaps.length > 0
        const none = { written: 0, dismissed: 0 }
        expect(by_status).toEqual({ ...none, open: rows.length - Number(isPlanned), planned: Number(isPlanned) })
      },
      { params: `&k=${k}`, gaps },
    )
  },
  240_000,
)

const numbersOf = ({ status, since, owner, linked_article, queries, before, after, ...numbers }: GapRow) => numbers

const inOrder = <T extends { readonly query: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.query < b.query ? -1 : 1))
