import { expect, test } from '@jest/globals'
import { checkReport, nearly } from './helpers/checkReport.js'
import { speedsBy, vitalsBy } from './oracle/vitals.js'

test('the vitals report has the rows that its definition asks for, however the events were sent', async () => {
  await checkReport('vitals', ({ rows, speed }, events, within) => {
    type Row = (typeof rows)[number]
    const byArticle = (a: Row, b: Row) =>
      `${a.article} ${a.metric} ${a.navigation}` < `${b.article} ${b.metric} ${b.navigation}` ? -1 : 1
    expect(rows.toSorted(byArticle)).toEqual(vitalsBy(events, within).toSorted(byArticle).map(nearly))
    const bySpeed = (a: { navigation: string; speed: string }, b: typeof a) =>
      `${a.navigation} ${a.speed}` < `${b.navigation} ${b.speed}` ? -1 : 1
    expect(speed.toSorted(bySpeed)).toEqual(speedsBy(events, within).toSorted(bySpeed).map(nearly))
  })
}, 240_000)
