import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from '@jest/globals'
import { explainSession } from '../src/reports/explainSession.js'
import type { ReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import { schemaSteps } from '../src/store/duckdb/schema.sql.js'
import { isUnavailable } from '../src/storeUnavailable.js'
import { MINUTE, NOON, opening, rowsOf, SITE } from './helpers/events.js'
import { oldStore } from './helpers/oldStore.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const DAY: ReportQuery = {
  site: SITE,
  period: { from: NOON - 60 * MINUTE, to: NOON + 60 * MINUTE, tz: 'UTC' },
  interval: 'day',
  starts: [NOON - 60 * MINUTE],
  limit: 10,
  k: 3,
  filters: { locale: '', device: '', entry: '', channel: '', article: '', query: '' },
  explain: '',
  status: '',
  windowHours: 24,
  compares: false,
}

describe('a store from an earlier version', () => {
  test.each([
    ['that did not count its versions', []],
    ['that knew less of an event', ['opened_from', 'forked_from']],
  ])('%s keeps its data, and takes more', async (_, without) => {
    const folder = await tempFolder()
    const old = opening()
    await oldStore(folder, rowsOf(old), { without })
    const store = await tempStore({ folder })
    expect((await readReport(store, 'sessions', DAY, NOON)).totals).toMatchObject({ sessions: 1, article_click: 1 })
    expect(await explainSession(store, old.id, NOON)).toMatchObject({ start: { at: NOON } })
    await store.append(rowsOf(old, opening({ openedFrom: old.id })))
    expect((await readReport(store, 'sessions', DAY, NOON)).totals).toMatchObject({ sessions: 2 })
    expect(await store.eraseVisitor(old.visitorId)).toBe(2)
  })

  test('is brought up to date once', async () => {
    const folder = await tempFolder()
    await oldStore(folder, [])
    for (let nth = 0; nth < 2; nth++) {
      const store = await tempStore({ folder })
      expect(await store.query('select * from schema_version')).toEqual(
        schemaSteps.map((__, i) => ({ version: i + 1 })),
      )
      await store.close()
    }
  })
})

test('a store from a later version is left alone, takes events, and is no longer held', async () => {
  const folder = await tempFolder()
  const version = schemaSteps.length + 1
  const later = [
    'create table schema_version (version integer not null)',
    `insert into schema_version values (${version})`,
  ]
  await oldStore(folder, [], { also: later })
  const store = await tempStore({ folder, log: () => undefined })
  await store.append(rowsOf(opening()))
  const refused = await store.query('select 1').catch((error: unknown) => error)
  expect(isUnavailable(refused) && refused.message).toMatch(
    new RegExp(
      `^\\[helptally\\] The store .* newer Helptally: its tables have version ${version}, this one knows ${version - 1}\\. `,
    ),
  )
  const instance = await DuckDBInstance.create(join(folder, 'helptally.duckdb'))
  instance.closeSync()
})
