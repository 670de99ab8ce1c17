import { expect, test } from '@jest/globals'
import { checkReport, nearly } from './helpers/checkReport.js'
import { articlesBy } from './oracle/articles.js'

test('the articles report has the rows that its definition asks for, however the events were sent', async () => {
  await checkReport('articles', ({ rows }, events, within) => {
    const wanted = articlesBy(events, within)
    const found = rows.map(({ score: _, ...row }) => row)
    const byId = (a: { article?: string }, b: { article?: string }) => (a.article! < b.article! ? -1 : 1)
    expect(found.toSorted(byId)).toEqual(wanted.toSorted(byId).map(nearly))
  })
}, 240_000)
