import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { toConversationLine } from '../src/conversations/conversationLine.js'
import { toLine } from '../src/log/toLine.js'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import { written } from '../src/sql/dialect.js'
import { duckdbDialect } from '../src/sql/duckdbDialect.js'
import { makeStatement } from '../src/statements/makeStatement.js'
import { signingKey } from '../src/statements/signingKey.js'
import { statementFiles } from '../src/statements/statementFiles.js'
import type { Store } from '../src/store/store.js'
import { opening, rowsOf, SITE } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { AFTER, idAt, rowsIn, SECOND_DAY, stated, THREE_DAYS, threeDays, threeStated } from './helpers/statements.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const TAB = randomUUID()

describe('a statement', () => {
  test('counts each day of its time zone as the reports do, and chains the days', async () => {
    const { folder, read } = await threeStated()
    const statement = await read()
    expect(
      statement.days.map(({ date, from, sessions, orphan_searches, events }) => ({
        date,
        from,
        sessions: sessions.sessions,
        orphan_searches,
        stored: events.stored,
      })),
    ).toEqual([
      { date: '2024-10-26', from: '2024-10-25T22:00:00.000Z', sessions: 1, orphan_searches: 0, stored: 2 },
      { date: '2024-10-27', from: '2024-10-26T22:00:00.000Z', sessions: 1, orphan_searches: 1, stored: 2 },
      { date: '2024-10-28', from: '2024-10-27T23:00:00.000Z', sessions: 1, orphan_searches: 0, stored: 1 },
    ])
    const asked = parseReportQuery({ site: SITE, ...THREE_DAYS }, Date.now())
    if (!asked.ok) throw new Error(asked.reason)
    const store = await tempStore({ folder })
    const { totals } = await readReport(store, 'sessions', asked.query, Date.now())
    const { sessions, orphan_searches, channels } = statement.totals
    expect({ ...sessions, orphan_searches }).toEqual(totals)
    expect(channels).toEqual({ help: 3 })
    expect(statement.days.map((day) => day.previous)).toEqual([null, statement.days[0]!.hash, statement.days[1]!.hash])
    expect(statement.totals.received).toMatchObject({ received: 5, accepted: 5 })
  })

  test('counts the sessions of conversations beside those of help', async () => {
    const message = {
      name: 'chat.message',
      site: SITE,
      channel: 'whatsapp',
      by: 'user',
      score: null,
      cause: '',
    } as const
    const talk = [SECOND_DAY, SECOND_DAY + 1, AFTER - 1].map((at) =>
      toConversationLine({ ...message, id: idAt(at), conversationId: TAB, visitorId: TAB, at }, at, ''),
    )
    const kept = await stated([...talk, ...rowsIn(threeDays())])
    const { days, totals } = await kept.read()
    expect(days.map((day) => day.channels)).toEqual([{ help: 1 }, { help: 1, whatsapp: 1 }, { help: 1, whatsapp: 1 }])
    expect(totals).toMatchObject({ sessions: { sessions: 3 }, channels: { help: 3, whatsapp: 2 } })
    expect(await kept.verify()).toMatchObject({ code: 0, found: { equal: true } })
    await kept.tamper(`update events set method = 'bot' where event_id = '${talk[0]!.event_id}'`)
    expect((await kept.verify()).found.store!.events).toMatchObject([{ id: talk[0]!.event_id, what: 'changed' }])
  })

  test('has what robots and tests sent in its hash, and not in its counts', async () => {
    const { first, second } = threeDays()
    const kept = await stated([
      toLine(first, first.ts, first.ts, { label: 'bot' }),
      toLine(second, second.ts, second.ts, { label: 'test' }),
    ])
    const { totals } = await kept.read()
    expect(totals).toMatchObject({ sessions: { sessions: 0 }, events: { stored: 2, bot: 1, test: 1 } })
    expect((await kept.verify()).code).toBe(0)
    await kept.tamper(`update events set label = '' where event_id = '${first.id}'`)
    expect((await kept.verify()).found.store!.events).toEqual([
      { id: first.id, what: 'changed', date: '2024-10-26', why: null, now: null },
    ])
  })

  test('makes its key once, for its owner alone, and never writes over what was handed out', async () => {
    const kept = await threeStated()
    const folder = join(kept.file, '..')
    if (process.platform !== 'win32') expect((await stat(join(folder, 'key.pem'))).mode & 0o777).toBe(0o600)
    const { code, error } = await runInTerminal([
      ...['statement', '--site', SITE, '--from', THREE_DAYS.from, '--to', THREE_DAYS.to],
      ...['--store', `duckdb:${kept.folder}`, '--out', kept.file, '--key', join(folder, 'key.pem')],
    ])
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('Expected no file at') })
    const again = join(folder, 'again')
    const { out } = await runInTerminal([
      ...['statement', '--site', SITE, '--from', THREE_DAYS.from, '--to', THREE_DAYS.to],
      ...['--store', `duckdb:${kept.folder}`, '--out', again, '--key', join(folder, 'key.pem')],
    ])
    expect(out).not.toContain('Made a key')
    const name = `statement-${SITE}-2024-10-26-2024-10-29`
    expect((await readdir(again)).sort()).toEqual([`${name}.events.ndjson.gz`, `${name}.json`])
    expect(JSON.parse(await readFile(join(again, `${name}.json`), 'utf8')).key).toEqual((await kept.read()).key)
  })

  test('is not written when an event of its period comes meanwhile', async () => {
    const store = await tempStore()
    await store.append(rowsIn(threeDays()))
    const late = rowsOf(opening({ ts: SECOND_DAY, tabId: randomUUID() }))
    const moving: Store = {
      ...store,
      async query(sql, params) {
        const rows = await store.query(sql, params)
        if (written(sql, duckdbDialect).includes('sha256')) await store.append(late)
        return rows as never
      },
    }
    const folder = await tempFolder()
    const key = await signingKey(join(folder, 'key.pem'))
    const files = statementFiles(join(folder, 'out'), SITE, THREE_DAYS.from, THREE_DAYS.to)
    const watch = { onDay: () => undefined, signal: new AbortController().signal }
    const taken = makeStatement(moving, { site: SITE, ...THREE_DAYS, now: AFTER, key, files }, watch)
    await expect(taken).rejects.toThrow('came or went while the statement was taken')
    expect(await readdir(join(folder, 'out'))).toEqual([])
  })

  test('that is interrupted leaves no half file', async () => {
    const events = threeDays()
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    await store.append(rowsIn(events))
    await store.close()
    const out = await tempFolder()
    const args = ['--site', SITE, '--from', THREE_DAYS.from, '--to', THREE_DAYS.to, '--store', `duckdb:${folder}`]
    const ran = await runInTerminal(['statement', ...args, '--out', out, '--key', join(folder, 'key.pem')], {
      interruptedAt: 1,
    })
    expect(ran.code).toBe(130)
    expect(await readdir(out)).toEqual([])
  })

  test.each([
    [[], /Expected --site <id>/],
    [['--site', 'docs', '--from', '2024-02-30', '--to', '2024-03-01'], /--from: expected a date/],
    [['--site', 'docs', '--from', '2024-03-01'], /--to: expected a date/],
    [['--site', 'docs', '--from', '2024-03-01', '--to', '2024-03-01'], /--to: expected a date after 2024-03-01/],
    [['--site', 'docs', '--from', '2024-03-01', '--to', '2099-03-01'], /--to: expected a period that is over/],
    [['--site', 'docs', '--from', '2000-01-01', '--to', '2024-01-01'], /--from: expected at most 1000 days/],
    [['--site', 'docs', '--from', '2024-01-01', '--to', '2024-01-02', '--tz', 'Mars'], /--tz: expected an IANA/],
  ])('that is misread says what was expected: %j', async (args, reason) => {
    expect(await runInTerminal(['statement', ...args])).toMatchObject({ code: 2, error: expect.stringMatching(reason) })
  })
})
