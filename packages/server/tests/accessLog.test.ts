import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { type AccessLogOptions, importAccessLog } from '../src/accessLog/importAccessLog.js'
import type { AccessLogReceipt } from '../src/accessLog/receipt.js'
import { type DualView, dualView } from '../src/reports/dualView.js'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import type { Store } from '../src/store/store.js'
import { accessLogs, requireAccessLogs } from './helpers/accessLogs.js'
import { agreesWithRecount } from './helpers/agreesWithRecount.js'
import { tempFolder, tempStore } from './helpers/temp.js'
import { logByOracle } from './oracle/accessLog.js'

const NOW = Date.UTC(2026, 10, 27)

beforeAll(requireAccessLogs)

async function imported(store: Store, folder: string, options: Partial<AccessLogOptions>): Promise<AccessLogReceipt> {
  return importAccessLog(store, { site: 'docs', files: [], articles: '/:path*', folder, now: NOW, ...options })
}

async function dual(store: Store, from: string, to: string): Promise<DualView> {
  const parsed = parseReportQuery({ site: 'docs', from, to }, NOW)
  if (!parsed.ok) throw new Error(parsed.reason)
  return dualView(store, parsed.query)
}

const sumOf = ({ taken, here_already, left, skipped }: AccessLogReceipt): number =>
  taken + here_already + left + Object.values(skipped).reduce((sum, n) => sum + n, 0)

describe.each([
  ['semicomplete', '2015-05-16', '2015-05-22', 1],
  ['zanbil', '2019-01-21', '2019-01-24', 0],
  ['erddap', '2024-05-11', '2024-05-22', 5_796],
] as const)('the whole log of %s', (name, from, to, broken) => {
  const files = accessLogs[name]

  test('has the views and the sessions, by both rules and by day, that plain SQL over its lines finds', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    const receipt = await imported(store, folder, { files })
    const oracle = await logByOracle(files)
    expect(receipt).toMatchObject({ lines: oracle.lines, taken: oracle.views, here_already: 0, left: 0, unread: [] })
    expect(receipt.skipped.broken).toBe(broken)
    expect(sumOf(receipt)).toBe(receipt.lines)
    const total = (of: 'five' | 'thirty') => oracle.byDay.reduce((sum, day) => sum + day[of], 0)
    expect(receipt).toMatchObject({ sessions: total('five'), web_analytics_sessions: total('thirty') })

    const { rows } = await dual(store, from, to)
    const counted = rows.filter((row) => row.sessions > 0 || row.web_analytics_sessions > 0)
    expect(counted).toEqual(
      oracle.byDay.map(({ day, five, thirty }) => ({
        start: `${day}T00:00:00.000Z`,
        sessions: five,
        web_analytics_sessions: thirty,
      })),
    )
    await agreesWithRecount(store, NOW)
  })

  test('changes nothing when it is imported again, in any order', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    const first = await imported(store, folder, { files })
    const events = await store.query('select * from events order by event_id')
    const again = await imported(store, folder, { files: files.toReversed() })
    expect(again).toEqual({ ...first, taken: 0, here_already: first.taken, broken: again.broken })
    expect(await store.query('select * from events order by event_id')).toEqual(events)
    expect(await store.query('select sum(received) as n from ledger')).toEqual([{ n: first.taken }])
  })

  test('leaves no address in the store', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    await imported(store, folder, { files })
    const kept = JSON.stringify(await store.query('select * from events'))
    const found = kept.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? []
    const log = gunzipSync(await readFile(files[0]!)).toString('latin1')
    const addresses = new Set(log.split('\n').map((line) => line.split(' ', 1)[0]!))
    expect(addresses.size).toBeGreaterThan(10)
    expect(found.filter((address) => addresses.has(address))).toEqual([])
  })
})
