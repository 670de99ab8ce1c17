import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redactEvent } from '../src/collector/redactEvent.js'
import { toLine } from '../src/log/toLine.js'
import { REPORT_NAMES } from '../src/reports/readReport.js'
import { seedStore } from '../src/seed/seedStore.js'
import type { Store } from '../src/store/store.js'
import { exportableEvents } from '../src/transfer/exportableEvents.js'
import { exportRows } from '../src/transfer/exportRows.js'
import { type Imported, importEvents } from '../src/transfer/importEvents.js'
import { MAX_LINE_BYTES, textLines } from '../src/transfer/textLines.js'
import { nearly } from './helpers/checkReport.js'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, opening, progress, rowsOf, SITE } from './helpers/events.js'
import { hostile, MAKERS } from './helpers/hostile.js'
import { END, readers } from './helpers/readers.js'
import { read } from './helpers/reports.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { storeProcess } from './helpers/storeProcess.js'
import { scenario, TALKED } from './helpers/talks.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const DAY_MS = 24 * 60 * MINUTE
const ALL = { site: SITE, from: 0, to: Number.MAX_SAFE_INTEGER }
const LEDGER = ['received', 'accepted', 'duplicate', 'late', 'bot', 'test', 'consent_missing', 'invalid'] as const

async function exported(store: Store, now: number = NOON): Promise<string> {
  const texts: string[] = []
  const write = async (text: string) => void texts.push(text)
  await exportRows(store, exportableEvents(now), ALL, { format: 'ndjson', write })
  return texts.join('')
}

/** In bytes that come as they like. */
async function* chunksOf(text: string | Buffer, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function imported(
  store: Store,
  text: string | Buffer,
  { now = NOON + DAY_MS, pieceLines = 100 } = {},
): Promise<Imported & { reasons: string[] }> {
  const reasons: string[] = []
  const onBad = (nr: number, reason: string) => void reasons.push(`${nr}: ${reason}`)
  const result = await importEvents(store, textLines(chunksOf(text, 1_000)), { now, onBad, pieceLines })
  return { ...result, reasons }
}

const stored = (store: Store) => store.query('select e.* from events e order by e.event_id')
const rolled = (store: Store) => store.query('select s.* from sessions s order by s.id')
const ledger = (store: Store) =>
  store.query<Record<string, number>>('select l.* from ledger l order by l.slot, l.site, l.synthetic')

/** Every report, over some weeks. */
async function reportsOf(store: Store, now: number): Promise<Record<string, unknown>> {
  const period = { from: '2026-03-05', to: '2026-04-15', compare: 'before', limit: '200' }
  const reports: Record<string, unknown> = {}
  for (const name of REPORT_NAMES) {
    const params: Record<string, string> = name === 'article' ? { ...period, article: 'install' } : period
    reports[name] = nearly(await read(store, name, params, now))
  }
  return reports
}

describe('an export that is imported into an empty store', () => {
  test('gives the same events, sessions, reports and ledger', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    await seedStore(from, { site: SITE, now: NOON, days: 4, articles: ['install', 'tabs', 'consent'] })
    const labelled = (['test', 'bot'] as const).map((label) =>
      toLine(opening(), NOON + 9, NOON, { label, device: 'tablet' }),
    )
    await from.append(rowsOf(opening({ imported: true })))
    await from.append([...labelled, ...MAKERS.map((make) => toLine(make() as HelpEvent, NOON + 7, NOON + 3))])
    const text = await exported(from)
    const result = await imported(to, text)
    const events = await stored(from)
    expect(result).toEqual({
      lines: events.length,
      taken: events.length,
      known: 0,
      keptOut: 0,
      erased: 0,
      bad: 0,
      reasons: [],
    })
    expect(await stored(to)).toEqual(events)
    expect(await rolled(to)).toEqual(await rolled(from))
    expect(await ledger(to)).toEqual(await ledger(from))
    expect(await reportsOf(to, NOON)).toEqual(await reportsOf(from, NOON))
    expect(await exported(to)).toBe(text)
  })

  test('gives the same reports, whatever readers did, in whatever order the lines come', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    await fc.assert(
      fc.asyncProperty(
        readers,
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.nat()),
        async (events, pieceLines, dice) => {
          for (const store of [from, to]) await store.forgetBefore(Number.MAX_SAFE_INTEGER)
          await from.append(rowsOf(...events.map(redactEvent)))
          const lines = (await exported(from, END)).split('\n').filter(Boolean)
          const shuffled = lines.map((line) => ({ line, at: dice.next().value })).sort((a, b) => a.at - b.at)
          const text = shuffled.map(({ line }) => line).join('\r\n')
          expect(await imported(to, text, { now: END, pieceLines })).toMatchObject({ taken: lines.length, reasons: [] })
          expect(await reportsOf(to, END)).toEqual({ ...(await reportsOf(from, END)), ledger: expect.anything() })
        },
      ),
      { numRuns: Number(process.env.REPORT_RUNS ?? 2), interruptAfterTimeLimit: 120_000 },
    )
  })

  test('gives the same conversations', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    const at = (minute: number) => ({
      conversation: '34600',
      visitor: '34600',
      channel: 'whatsapp',
      at: NOON + minute * MINUTE,
    })
    const facts = [
      { ...at(0), id: 'a', type: 'message', by: 'user' },
      { ...at(1), id: 'b', type: 'message', by: 'bot' },
      { ...at(2), id: 'c', type: 'survey_sent' },
      { ...at(3), id: 'd', type: 'survey_answered', score: 4.5 },
      { ...at(4), id: 'e', type: 'interrupted', cause: 'no answer' },
      { ...at(5), id: 'f', type: 'message', by: 'agent' },
      { ...at(5), id: 'g', type: 'open' },
    ]
    const collector = await collect({ store: from, site: SITE, serverKey: 'key' })
    const headers = { 'content-type': 'application/json', authorization: 'Bearer key' }
    for (const test of [undefined, true]) {
      const told = { facts: test ? facts.map((fact) => ({ ...fact, id: `${fact.id}2` })) : facts, test }
      const { body } = await collector.send('POST', 'conversations', { body: JSON.stringify(told), headers })
      expect(body).toEqual({ received: 7, rejected: [] })
    }
    const text = await exported(from)
    expect(await imported(to, text)).toMatchObject({ taken: 14, bad: 0 })
    for (const table of ['events', 'conversation_sessions', 'ledger']) {
      const all = (store: Store) => store.query(`select t.* from ${table} t order by all`)
      expect(await all(to)).toEqual(await all(from))
      expect(await all(to)).not.toEqual([])
    }
    const [line] = text.split('\n')
    const bad = (change: object) => {
      const { fact, ...rest } = JSON.parse(line!)
      return JSON.stringify({ ...rest, fact: { ...fact, ...change } })
    }
    const reasons = [
      { visitorId: '34600' },
      { channel: 'help' },
      { name: 'chat.call' },
      { by: 'robot' },
      { site: '' },
      { n: 1 },
    ]
    expect((await imported(to, reasons.map(bad).join('\n'))).reasons).toEqual([
      '1: fact: ids: expected UUIDs in lower case',
      expect.stringMatching(/^2: fact: channel: expected one of/),
      expect.stringMatching(/^3: fact: type: expected one of/),
      expect.stringMatching(/^4: fact: by: /),
      '5: fact: site: expected an id',
      '6: fact: n: unknown',
    ])
  })

  test('gives the same sessions of conversations and report of channels, whatever was said, in whatever order the lines come', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    const channels = (store: Store) => read(store, 'channels', { to: '2026-03-18' }, TALKED)
    const sessions = (store: Store) => store.query('select c.* from conversation_sessions c order by c.id')
    await fc.assert(
      fc.asyncProperty(scenario, fc.infiniteStream(fc.nat()), async ([, facts, again], dice) => {
        for (const store of [from, to]) await store.forgetBefore(Number.MAX_SAFE_INTEGER)
        const collector = await collect({ store: from, site: SITE, serverKey: 'key', now: () => TALKED })
        const { body } = await collector.send('POST', 'conversations', {
          body: JSON.stringify({ facts: [...facts, ...again] }),
          headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
        })
        expect(body.rejected).toEqual([])
        const lines = (await exported(from, TALKED)).split('\n').filter(Boolean)
        const shuffled = lines.map((line) => ({ line, at: dice.next().value })).sort((a, b) => a.at - b.at)
        const text = shuffled.map(({ line }) => line).join('\n')
        expect(await imported(to, text, { now: TALKED, pieceLines: 3 })).toMatchObject({ taken: lines.length, bad: 0 })
        expect(await sessions(to)).toEqual(await sessions(from))
        expect(await channels(to)).toEqual(await channels(from))
      }),
      { numRuns: Number(process.env.REPORT_RUNS ?? 10), interruptAfterTimeLimit: 120_000 },
    )
  }, 180_000)

  test('gives the same texts, whoever made them up', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 20 }), async (texts) => {
        for (const store of [from, to]) await store.forgetBefore(Number.MAX_SAFE_INTEGER)
        const events = texts.map((text) => ({ ...(JSON.parse(text) as HelpEvent), site: SITE }))
        await from.append(rowsOf(...events.map(redactEvent)))
        expect((await imported(to, await exported(from))).reasons).toEqual([])
        expect(await stored(to)).toEqual(await stored(from))
      }),
      { numRuns: Number(process.env.REPORT_RUNS ?? 10), interruptAfterTimeLimit: 60_000 },
    )
  })
})

describe('an export that is imported again', () => {
  test('changes nothing, in the store that it came from and in another', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    await from.append(rowsOf(opening(), progress(), opening({ ts: NOON + 1 })))
    const text = await exported(from)
    await imported(to, text)
    for (const store of [from, to]) {
      const before = [await stored(store), await rolled(store), await ledger(store)]
      expect(await imported(store, text, { pieceLines: 2 })).toMatchObject({ lines: 3, taken: 0, known: 3 })
      expect([await stored(store), await rolled(store), await ledger(store)]).toEqual(before)
    }
  })

  test('takes what is missing, and an event that stands in it twice once', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    await from.append(rowsOf(opening(), opening(), opening()))
    const [first, ...others] = (await exported(from)).split('\n')
    await imported(to, first!)
    const text = [first, ...others, ...others].join('\n')
    expect(await imported(to, text)).toMatchObject({ lines: 5, taken: 2, known: 3 })
    expect(await stored(to)).toEqual(await stored(from))
  })
})

describe('of an import', () => {
  async function oneLine(): Promise<Record<string, unknown>> {
    const store = await tempStore()
    await store.append(rowsOf(opening()))
    return JSON.parse(await exported(store))
  }

  test('each bad line is named, and the others are taken', async () => {
    const good = await oneLine()
    const bad: readonly (readonly [string, string])[] = [
      ['{"event":', 'expected a JSON object a line, as helptally export writes it, got something else'],
      ['[]', 'expected a JSON object a line, as helptally export writes it, got something else'],
      [
        '{"id":"a session"}',
        'expected an event, as helptally export --what events writes it: { event, at, receivedAt }, got "id"',
      ],
      [
        JSON.stringify({ ...good, n: 1 }),
        'expected an event, as helptally export --what events writes it: { event, at, receivedAt }, got "n"',
      ],
      [
        JSON.stringify({ ...good, event: { ...(good.event as object), seq: 0 } }),
        'event: seq: Invalid value: Expected >=1 but received 0',
      ],
      [
        JSON.stringify({ ...good, event: { ...(good.event as object), visitorId: '' } }),
        'event: visitorId: expected the id that a reader gets with consent, got none',
      ],
      [
        JSON.stringify({ ...good, at: NOON + 6 * MINUTE }),
        'at: expected epoch milliseconds, at most 5 minutes after receivedAt',
      ],
      [
        JSON.stringify({ ...good, at: '2026-03-10' }),
        'at: expected epoch milliseconds, at most 5 minutes after receivedAt',
      ],
      [
        JSON.stringify({ ...good, receivedAt: NOON + 3 * DAY_MS }),
        'receivedAt: expected epoch milliseconds, not in the future',
      ],
      [JSON.stringify({ ...good, label: 'reader' }), 'label: expected test, bot, or none'],
      [JSON.stringify({ ...good, device: 'fridge' }), 'device: expected phone, tablet, desktop, or none'],
      ['{"erased":"me","erasedAt":1773144000000}', 'erased: expected a SHA-256'],
      [`{"erased":"${'0'.repeat(64)}","erasedAt":1}`, 'erasedAt: expected epoch milliseconds, not in the future'],
    ]
    const store = await tempStore()
    const text = `\uFEFF${bad.map(([line]) => line).join('\n\n')}\n${JSON.stringify(good)}`
    const result = await imported(store, text)
    expect(result.reasons).toEqual(bad.map(([, reason], i) => `${2 * i + 1}: ${reason}`))
    expect(result).toMatchObject({ lines: bad.length + 1, taken: 1, bad: bad.length })
    expect(await stored(store)).toHaveLength(1)
    const [booked] = await ledger(store)
    expect(LEDGER.map((outcome) => booked![outcome])).toEqual([1, 1, 0, 0, 0, 0, 0, 0])
  })

  test('a line that is no text, or has no end, costs no other', async () => {
    const good = Buffer.from(JSON.stringify(await oneLine()))
    const newline = Buffer.from('\n')
    const endless = Buffer.alloc(3 * MAX_LINE_BYTES, 'x')
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), newline, endless, newline, good, newline, endless])
    const { reasons, taken } = await imported(await tempStore(), text)
    expect([taken, reasons]).toEqual([
      1,
      [
        '1: expected UTF-8, got something else',
        `2: expected at most ${MAX_LINE_BYTES} bytes, got ${endless.length}`,
        `4: expected at most ${MAX_LINE_BYTES} bytes, got ${endless.length}`,
      ],
    ])
  })

  test('a line separator inside a text ends no line', async () => {
    const [from, to] = [await tempStore(), await tempStore()]
    await from.append(rowsOf(opening({ article: { id: 'a\u2028b' } })))
    expect(await imported(to, await exported(from))).toMatchObject({ taken: 1, bad: 0 })
  })
})

describe('a visitor who was erased', () => {
  const GONE = '0198c000-0000-7000-8000-0000000000ff'

  test('does not come back with an older export, for seven days', async () => {
    let now = NOON
    const store = await tempStore({ now: () => now })
    await store.append(rowsOf(opening({ visitorId: GONE }), opening()))
    const text = await exported(store)
    await store.eraseVisitor(GONE)
    expect(await imported(store, text, { now })).toMatchObject({ taken: 0, known: 1, keptOut: 1 })
    expect(await stored(store)).toHaveLength(1)
    now += 7 * DAY_MS
    expect(await imported(store, text, { now })).toMatchObject({ taken: 1, known: 1, keptOut: 0 })
  })

  test('is kept out of the other store, too, as long as of the first', async () => {
    let now = NOON
    const [from, to] = [await tempStore({ now: () => NOON }), await tempStore({ now: () => now })]
    await from.eraseVisitor(GONE)
    now = NOON + 2 * DAY_MS
    const text = await exported(from, now)
    for (const _ of [1, 2]) expect(await imported(to, text, { now })).toMatchObject({ lines: 1, erased: 1 })
    expect(await to.query('select * from erased')).toHaveLength(1)
    await to.append(rowsOf(opening({ visitorId: GONE }), opening()))
    expect(await stored(to)).toHaveLength(1)
    now = NOON + 7 * DAY_MS
    await to.append(rowsOf(opening({ visitorId: GONE })))
    expect(await stored(to)).toHaveLength(2)
  })
})

describe('helptally import', () => {
  test('takes the file that helptally export has written into the store of a running site', async () => {
    const [source, target] = [await tempFolder(), await tempFolder()]
    const [from, to] = [storeProcess(source), storeProcess(target)]
    await from.append(rowsOf(opening(), opening()))
    await to.append(rowsOf(opening({ site: 'other' })))
    const file = join(await tempFolder(), 'events.ndjson')
    await runInTerminal(['export', '--site', SITE, '--out', file, '--store', `duckdb:${source}`])
    const { code, out, progress } = await runInTerminal(['import', file, '--store', `duckdb:${target}`])
    expect({ code, out, progress }).toEqual({
      code: 0,
      out: `[helptally] duckdb:${target} has taken 2 events of 2 lines; 0 were here already, 0 are of visitors who were erased, 0 lines were not understood.`,
      progress: ['[helptally] 2 lines, 2 events taken'],
    })
    expect(await stored(to)).toHaveLength(3)
    expect(await to.health()).toMatchObject({ owner: to.pid })

    await writeFile(`${file}.gz`, gzipSync(await readFile(file)))
    const packed = await runInTerminal(['import', `${file}.gz`, '--store', `duckdb:${target}`])
    expect(packed.out).toContain('has taken 0 events of 2 lines; 2 were here already')

    await writeFile(file, `${await readFile(file, 'utf8')}what?\n`)
    const again = await runInTerminal(['import', file, '--json', '--store', `duckdb:${target}`])
    expect(again).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^\[helptally\] .*events.ndjson, line 3: expected a JSON/),
    })
    expect(JSON.parse(again.out)).toEqual({ lines: 3, taken: 0, known: 2, kept_out: 0, erased: 0, bad: 1 })
  })

  test('that was interrupted says what is to be done, and is 130 for the shell', async () => {
    const file = join(await tempFolder(), 'events.ndjson')
    await writeFile(file, 'x\n')
    const { code, error } = await runInTerminal(['import', file, '--store', `duckdb:${await tempFolder()}`], {
      interruptedAt: 0,
    })
    expect([code, error]).toEqual([
      130,
      '[helptally] Interrupted: what was taken stays. Import the same file again to take the rest.',
    ])
  })

  test('needs one file', async () => {
    expect(await runInTerminal(['import', 'a.ndjson', 'b.ndjson'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('Expected one file that helptally export has written, got 2'),
    })
  })

  test('says when there is none of that name', async () => {
    const { code, error } = await runInTerminal(['import', '/no/such.ndjson'])
    expect([code, error]).toEqual([2, expect.stringMatching(/Expected files that can be read, got \/no\/such\.ndjson/)])
  })
})
