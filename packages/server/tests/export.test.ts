import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { ConversationEvent, ConversationName } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { toConversationLine } from '../src/conversations/conversationLine.js'
import { toLine } from '../src/log/toLine.js'
import type { Store } from '../src/store/store.js'
import { exportableEvents } from '../src/transfer/exportableEvents.js'
import { exportFile, FILE_FORMATS } from '../src/transfer/exportFile.js'
import { exportRows } from '../src/transfer/exportRows.js'
import { leave, MINUTE, NOON, opening, rowsOf, SITE, search, vote } from './helpers/events.js'
import { MAKERS } from './helpers/hostile.js'
import { read } from './helpers/reports.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { storeProcess } from './helpers/storeProcess.js'
import { afterTest, tempFolder, tempStore } from './helpers/temp.js'

const DAY = ['--site', SITE, '--from', '2026-03-10', '--to', '2026-03-11']

/** A store that a running site has, and how to export from it. */
async function running() {
  const folder = await tempFolder()
  const site = storeProcess(folder)
  const files = await tempFolder()
  const command = ['export', '--store', `duckdb:${folder}`]
  return {
    site,
    files,
    file: (name: string) => join(files, name),
    run: Object.assign((...args: readonly string[]) => runInTerminal([...command, ...args]), {
      interrupted: (...args: readonly string[]) => runInTerminal([...command, ...args], { interruptedAt: 0 }),
    }),
  }
}

const ALL = { site: SITE, from: 0, to: Number.MAX_SAFE_INTEGER }

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

async function rowsOfParquet(file: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  afterTest(async () => instance.closeSync())
  const result = await (await instance.connect()).runAndReadAll(`from '${file}'`)
  return result.getRowObjectsJS()
}

describe('helptally export, beside a site that runs', () => {
  test('writes every event as its page sent it, with what the collector added', async () => {
    const { site, run } = await running()
    const events = MAKERS.map((make, i) => ({ ...make(), ts: NOON + i }) as ReturnType<typeof opening>)
    await site.append(events.map((event) => toLine(event, event.ts + 700, event.ts + 5, { device: 'phone' })))
    const labelled = opening({ ts: NOON + MINUTE })
    await site.append([toLine(labelled, labelled.ts, labelled.ts, { label: 'bot' })])
    const { code, written, out, error } = await run(...DAY)
    expect(linesOf(written)).toEqual([
      ...events.map((event) => ({ event, at: event.ts + 5, receivedAt: event.ts + 700, device: 'phone' })),
      { event: labelled, at: labelled.ts, receivedAt: labelled.ts, label: 'bot' },
    ])
    expect({ code, out, error }).toEqual({
      code: 0,
      out: '',
      error: `[helptally] ${events.length + 1} events of ${SITE}, 0.0 MB.`,
    })
    expect(await site.health()).toMatchObject({ owner: site.pid })
  })

  test('writes the events of one site and of days in a time zone, half-open', async () => {
    const { site, run } = await running()
    const at = (instant: string) => opening({ ts: Date.parse(instant) })
    const [before, first, last, after] = [
      '2026-03-09T22:59:59.999Z',
      '2026-03-09T23:00Z',
      '2026-03-10T22:59:59.999Z',
      '2026-03-10T23:00Z',
    ].map(at)
    await site.append(rowsOf(before!, first!, last!, after!, opening({ site: 'other' })))
    const { written } = await run(...DAY, '--tz', 'Europe/Madrid')
    expect(linesOf(written)).toMatchObject([{ event: { id: first!.id } }, { event: { id: last!.id } }])
    expect(linesOf((await run('--site', SITE)).written)).toHaveLength(4)
  })

  test('says how far it has come, and as JSON what it wrote', async () => {
    const { site, run, file } = await running()
    await site.append(rowsOf(opening(), opening()))
    const { out, progress } = await run(...DAY, '--out', file('events.ndjson'), '--json')
    expect(progress).toEqual(['[helptally] 2 of 2 events'])
    const { size, mode } = await stat(file('events.ndjson'))
    expect(JSON.parse(out)).toEqual({
      what: 'events',
      site: SITE,
      from: '2026-03-10T00:00:00.000Z',
      to: '2026-03-11T00:00:00.000Z',
      format: 'ndjson',
      rows: 2,
      bytes: size,
      out: file('events.ndjson'),
    })
    expect(mode & 0o777).toBe(0o600)
  })

  test('writes CSV that is no formula in a spreadsheet, and says the columns even of nothing', async () => {
    const { site, run, file } = await running()
    await run(...DAY, '--format', 'csv', '--out', file('none.csv'))
    const [heading, ...none] = (await readFile(file('none.csv'), 'utf8')).split('\r\n')
    expect([heading, none]).toEqual([expect.stringMatching(/^event_id,name,site,.*,label$/), ['']])
    await site.append(rowsOf(search({ query: '=1+1' }), vote({ value: -1, comment: 'two\nlines, "quoted"' })))
    const { written } = await run(...DAY, '--format', 'csv')
    expect(written.split('\r\n')[0]).toBe(heading)
    expect(written).toContain(`,'=1+1,`)
    expect(written).toContain(',-1,"two\nlines, ""quoted""",')
    expect(written).toContain(',2026-03-10T12:00:00.000Z,')
  })

  test('writes Parquet with types', async () => {
    const { site, run, file } = await running()
    const events = [
      opening({ position: 3, imported: true }),
      search({ filters: ['a b', 'c'], results: null }),
      leave({ scroll: 60 }),
    ]
    await site.append(rowsOf(...events))
    const name = file("o'clock.parquet")
    expect(await run(...DAY, '--format', 'parquet', '--out', name)).toMatchObject({ code: 0, error: '' })
    await run(...DAY, '--format', 'parquet', '--out', file('copy.parquet'))
    const rows = await rowsOfParquet(file('copy.parquet'))
    const row = (event: { id: string }) => rows.find(({ event_id }) => event_id === event.id)
    expect(row(events[0]!)).toMatchObject({
      at: new Date(NOON),
      position: 3,
      synthetic: false,
      imported: true,
      results: null,
      device: '',
    })
    expect(row(events[1]!)).toMatchObject({ filters: ['a b', 'c'], results: null, name: 'help.search.submit' })
    expect(row(events[2]!)).toMatchObject({ scroll: 60, engaged_ms: 20_000 })
    expect((await readdir(join(name, '..'))).sort()).toEqual(['copy.parquet', "o'clock.parquet"])
    expect((await stat(name)).mode & 0o777).toBe(0o600)
  })

  test('writes Parquet of nothing', async () => {
    const { run, file } = await running()
    await run(...DAY, '--format', 'parquet', '--out', file('none.parquet'))
    expect(await rowsOfParquet(file('none.parquet'))).toEqual([])
  })

  test('writes the sessions that the reports count', async () => {
    const { site, run, file } = await running()
    const session = opening({ locale: 'es' })
    const inside = search({ sessionId: session.id, ts: NOON + MINUTE, seq: 2, activeAt: NOON + MINUTE })
    await site.append(rowsOf(session, inside, search()))
    const sessions = async (format: string): Promise<string> => {
      await run(...DAY, '--what', 'sessions', '--format', format, '--out', file(`s.${format}`))
      return format === 'parquet' ? '' : readFile(file(`s.${format}`), 'utf8')
    }
    const [counted] = (await read(site, 'live', {}, Date.now())).rows
    expect(linesOf(await sessions('ndjson'))).toEqual([
      expect.objectContaining({ ...counted, events: 2, tab_id: session.tabId, locale: 'es' }),
    ])
    const [heading, row, end] = (await sessions('csv')).split('\r\n')
    expect([heading, row, end]).toEqual([
      expect.stringMatching(/^id,site,channel,/),
      expect.stringMatching(new RegExp(`^${session.id},docs,help,.*,es,`)),
      '',
    ])
    await sessions('parquet')
    expect(await rowsOfParquet(file('s.parquet'))).toEqual([
      expect.objectContaining({ id: session.id, ended_at: new Date(NOON + 6 * MINUTE), searches: 1 }),
    ])
  })

  test('writes the sessions of conversations among them, each with what its channel has', async () => {
    const { site, run, file } = await running()
    const visitorId = randomUUID()
    const conversationId = randomUUID()
    const fact = (
      name: ConversationName,
      afterMs: number,
      more: Partial<ConversationEvent> = {},
    ): ConversationEvent => ({
      ...{ id: randomUUID(), name, site: SITE, channel: 'web', conversationId, visitorId, at: NOON + afterMs },
      ...{ by: name === 'chat.message' ? 'user' : null, score: null, cause: '', ...more },
    })
    const [first, second] = [fact('chat.message', 0), fact('chat.message', 3 * MINUTE)]
    const facts = [first, fact('chat.message', MINUTE, { by: 'bot' }), fact('chat.transfer', 2 * MINUTE)]
    const others = [{ ...second, conversationId: randomUUID() }]
    await site.append([...facts, ...others].map((one) => toConversationLine(one, one.at, '')))
    const help = opening({ ts: NOON + MINUTE })
    await site.append(rowsOf(help))
    const { written } = await run(...DAY, '--what', 'sessions')
    const nothing = { tab_id: null, entry: null, via: null, article: null, locale: null, articles: null, events: null }
    expect(linesOf(written)).toEqual([
      expect.objectContaining({
        ...nothing,
        ...{ id: first!.id, channel: 'web', visitor_id: visitorId, conversation_id: conversationId },
        ...{ started_at: new Date(NOON).toISOString(), ended_at: new Date(NOON + 2 * MINUTE).toISOString() },
        ...{
          end_reason: 'transfer',
          duration_ms: 0,
          interactions: 2,
          user_turns: 1,
          synthetic: false,
          imported: false,
        },
      }),
      expect.objectContaining({ id: help.id, channel: 'help', conversation_id: null, interactions: null, events: 1 }),
      expect.objectContaining({
        ...{ id: second!.id, end_reason: 'idle', ended_at: new Date(NOON + 8 * MINUTE).toISOString(), user_turns: 1 },
      }),
    ])
    await run(...DAY, '--what', 'sessions', '--format', 'parquet', '--out', file('s.parquet'))
    expect((await rowsOfParquet(file('s.parquet'))).map(({ id }) => id)).toEqual([first!.id, help.id, second!.id])
  })
})

describe('a file of an export', () => {
  test.each(FILE_FORMATS)('that was interrupted is not there, and an earlier one is as it was: %s', async (format) => {
    const store = await tempStore()
    await store.append(rowsOf(opening(), opening(), opening()))
    const folder = await tempFolder()
    const path = join(folder, 'out')
    await writeFile(path, 'earlier')
    const interrupt = new AbortController()
    const rows: number[] = []
    const onRows = (n: number) => {
      rows.push(n)
      if (n === 2) interrupt.abort()
    }
    const options = { path, format, onRows, signal: interrupt.signal, pieceRows: 1 }
    await expect(exportFile(store, exportableEvents(NOON), ALL, options)).rejects.toMatchObject({ name: 'AbortError' })
    expect(rows).toEqual([1, 2])
    expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['out'], 'earlier'])
  })

  test('that was interrupted is 130 for the shell', async () => {
    const { run, file } = await running()
    const { code, error } = await run.interrupted(...DAY, '--out', file('out'))
    expect({ code, error }).toEqual({ code: 130, error: `[helptally] Interrupted: ${file('out')} is as it was.` })
  })

  test.each([
    ['a/b', /a\/b cannot be written \(ENOENT/],
    ['folder', /folder cannot be written \(EISDIR|ENOTEMPTY/],
  ])('that cannot be written says so, and leaves nothing: %s', async (name, reason) => {
    const { run, file, files } = await running()
    await mkdir(file('folder'))
    expect(await run(...DAY, '--out', file(name))).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(reason),
    })
    expect(await readdir(files)).toEqual(['folder'])
  })
})

describe('an export in pieces', () => {
  async function written(store: Pick<Store, 'query'>, pieceRows: number): Promise<string[]> {
    const texts: string[] = []
    await exportRows(store, exportableEvents(NOON), ALL, {
      format: 'ndjson',
      pieceRows,
      write: async (text) => void texts.push(text),
    })
    return linesOf(texts.join('')).map((line) => (line as { event: { id: string } }).event.id)
  }

  test.each([1, 2, 3, 6, 7])('has every event once, also of one moment: %i at once', async (pieceRows) => {
    const store = await tempStore()
    const events = [NOON, NOON, NOON, NOON, NOON + 1, NOON + 2].map((ts) => opening({ ts }))
    await store.append(rowsOf(...events))
    const ids = await written(store, pieceRows)
    expect(ids).toHaveLength(6)
    expect(new Set(ids)).toEqual(new Set(events.map(({ id }) => id)))
  })

  test('asks for the next one when the one before is written', async () => {
    const store = await tempStore()
    await store.append(rowsOf(opening(), opening(), opening()))
    const done: string[] = []
    const query: Store['query'] = async (sql, params) => {
      if (params && 'limit' in params) done.push('asked')
      return store.query(sql, params)
    }
    await exportRows({ query }, exportableEvents(NOON), ALL, {
      format: 'ndjson',
      pieceRows: 1,
      write: async (text) => {
        if (text === '') return
        await new Promise(setImmediate)
        done.push('written')
      },
    })
    expect(done).toEqual(['asked', 'written', 'asked', 'written', 'asked', 'written', 'asked'])
  })

  test('begins with those who were erased in the last seven days, by a hash', async () => {
    const store = await tempStore({ now: () => NOON })
    await store.eraseVisitor(opening().visitorId)
    const texts: string[] = []
    const write = async (text: string) => void texts.push(text)
    await exportRows(store, exportableEvents(NOON + 1), ALL, { format: 'ndjson', write })
    expect(linesOf(texts.join(''))).toEqual([{ erased: expect.stringMatching(/^[0-9a-f]{64}$/), erasedAt: NOON }])
    texts.length = 0
    await exportRows(store, exportableEvents(NOON + 7 * 24 * 60 * MINUTE), ALL, { format: 'ndjson', write })
    expect(texts).toEqual([''])
  })
})

test.each([
  [[], /Expected --site <id>/],
  [['--site', SITE, '--from', '2026-02-30'], /--from: expected a date .*, got "2026-02-30"/],
  [['--site', SITE, '--to', 'now'], /--to: expected a date .*, got "now"/],
  [['--site', SITE, '--from', '2026-03-11', '--to', '2026-03-11'], /--from: expected a moment before --to/],
  [['--site', SITE, '--tz', 'Mars'], /--tz: expected an IANA time zone/],
  [['--site', SITE, '--what', 'visits'], /--what: expected events or sessions, got "visits"/],
  [['--site', SITE, '--format', 'xls'], /--format: expected ndjson, csv, parquet, got "xls"/],
  [['--site', SITE, '--format', 'parquet'], /Expected --out <file> for Parquet/],
])('an export that is not understood says what was expected: %j', async (args, reason) => {
  const { code, error } = await runInTerminal(['export', ...args])
  expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(reason) })
})
