import { expect, test } from '@jest/globals'
import { checkReport, nearly } from './helpers/checkReport.js'
import { suggestionsBy } from './oracle/suggestions.js'

test('the suggestions report has what its definition asks for, however the events were sent', async () => {
  await checkReport('suggestions', ({ rows, totals }, events, within) => {
    const wanted = suggestionsBy(events, within)
    const nameOf = ({ list, algorithm }: { list: string; algorithm: string }) => `${list} ${algorithm}`
    const byName = (a: (typeof rows)[number], b: (typeof rows)[number]) => (nameOf(a) < nameOf(b) ? -1 : 1)
    expect(rows.toSorted(byName)).toEqual(wanted.rows.toSorted(byName).map(nearly))
    expect(totals).toEqual(nearly(wanted.totals))
  })
}, 240_000)
