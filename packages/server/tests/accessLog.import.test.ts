import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type AccessLogOptions, importAccessLog } from '../src/accessLog/importAccessLog.js'
import { KEY_FILE } from '../src/accessLog/importKey.js'
import type { AccessLogReceipt } from '../src/accessLog/receipt.js'
import { explainSession } from '../src/reports/explainSession.js'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import { createDuckdbStore } from '../src/store/duckdb/duckdbStore.js'
import type { Store } from '../src/store/store.js'
import { agreesWithRecount } from './helpers/agreesWithRecount.js'
import { MINUTE, NOON } from './helpers/events.js'
import { type Asked, FIREFOX, logFile, logLine } from './helpers/logLines.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const NOW = NOON + 60 * 24 * MINUTE
const HOST = 'https://help.example'

interface Place {
  readonly folder: string
  readonly store: Store
}

async function newPlace(): Promise<Place> {
  const folder = await tempFolder()
  return { folder, store: await tempStore({ folder }) }
}

function take({ folder, store }: Place, files: readonly string[], more: Partial<AccessLogOptions> = {}) {
  const articles = '/:locale/articles/:slug'
  return importAccessLog(store, { site: 'docs', files, articles, folder, now: NOW, hosts: ['help.example'], ...more })
}

const linesOf = (...asked: readonly Asked[]): string[] => asked.map(logLine)
const eventsIn = ({ store }: Place) =>
  store.query<Record<string, unknown>>('select * from events order by "at", event_id')

describe('the Referer says why an article was opened', () => {
  const cases = [
    ['-', 'direct_link', 'external'],
    ['https://www.google.com/', 'direct_link', 'external'],
    ['no address', 'direct_link', 'external'],
    ['android-app://help.example/en', 'direct_link', 'external'],
    [`${HOST}/`, 'article_click', 'home'],
    [`${HOST}/es/`, 'article_click', 'home'],
    [`${HOST}/en/articles/tabs`, 'article_click', 'in_article'],
    [`${HOST}/en/categories/start`, 'article_click', 'nav'],
    [`${HOST}/en/search?x=1`, 'article_click', 'search_result'],
    [`${HOST}/en?q=refund`, 'article_click', 'search_result'],
    ['http://WWW.help.example/en/articles/tabs', 'article_click', 'in_article'],
  ] as const

  test('none or another host is a direct link, a page of the own host a click', async () => {
    const place = await newPlace()
    const lines = cases.map(([referer], i) => logLine({ at: NOON + i * 1000, referer }))
    await take(place, [await logFile(lines)])
    const came = await eventsIn(place)
    expect(came.map(({ entry, via }, i) => [cases[i]![0], entry, via])).toEqual(cases)
    for (const event of came) expect(event).toMatchObject({ nav: 'load', imported: true, referrer: '' })
  })

  test('where no host is told, the one that asks for most images, styles and scripts is the own one', async () => {
    const place = await newPlace()
    const asset = (from: string): Asked => ({ at: NOON, target: '/a.css', referer: `${from}/en` })
    const lines = linesOf(asset('https://blog.example'), asset(HOST), asset(HOST), { at: NOON, referer: `${HOST}/en` })
    expect(await take(place, [await logFile(lines)], { hosts: undefined })).toMatchObject({ hosts: ['help.example'] })
    expect(await eventsIn(place)).toMatchObject([{ entry: 'article_click', via: 'home' }])
  })
})

test('every line is booked once, under the first reason why it is no view', async () => {
  const place = await newPlace()
  const lines = [
    ...linesOf(
      { at: NOON },
      { at: NOON, status: 304, target: '/es/articles/idle?x=1' },
      { at: NOON, method: 'POST' },
      { at: NOON, status: 404 },
      { at: NOON, target: '/logo.png' },
      { at: NOON, target: '/en/articles/idle?_rsc=1a' },
      { at: NOON, target: '/en' },
      { at: NOON, target: '*' },
      { at: NOON, agent: 'Googlebot/2.1' },
      { at: NOON, agent: '-' },
      { at: NOON, target: 'https://help.example/en/articles/tabs' },
    ),
    '"curl/7"',
    '',
  ]
  const file = await logFile(lines)
  const receipt = await take(place, [file])
  const expected = 'an address, an identity, a user and [, at character 1'
  expect(receipt).toMatchObject({
    lines: 13,
    taken: 3,
    here_already: 0,
    skipped: { broken: 2, not_get: 1, not_ok: 1, asset: 2, not_article: 2, robot: 2 },
    broken: [
      { file, line: 12, expected },
      { file, line: 13, expected },
    ],
  } satisfies Partial<AccessLogReceipt>)
})

test('a log of the common format tells no robots apart, and goes by the address alone', async () => {
  const place = await newPlace()
  const common = linesOf({ at: NOON }, { at: NOON + MINUTE }).map((line) => line.replace(/ "-" ".*"$/, ''))
  expect(await take(place, [await logFile(common)], { locale: 'en' })).toMatchObject({ taken: 2, sessions: 1 })
})

test('what is strange in an address is kept as far as an event may have it', async () => {
  const place = await newPlace()
  const targets = ['/%00', '/%ED%A0%80', '/\\xF0\\x9F', `/${'%F0%9F%98%80'.repeat(300)}`, '/a"b'.replace('"', '\\x22')]
  const lines = targets.map((target, i) => logLine({ at: NOON + i * 1000, target: `/en/articles${target}` }))
  expect(await take(place, [await logFile(lines)])).toMatchObject({ taken: 5, sessions: 1 })
  await agreesWithRecount(place.store, NOW)
})

describe('the same lines are the same events', () => {
  const day = (nth: number, address?: string): Asked[] =>
    [0, 3, 20, 60].map((minutes) => ({ at: NOON + (nth * 24 * 60 + minutes) * MINUTE, ...(address && { address }) }))
  const first = linesOf(...day(0), ...day(0, '203.0.113.5'))
  const second = linesOf(...day(1))

  test('in rotated files that overlap, in any order, plain or gzipped', async () => {
    const [one, many] = [await newPlace(), await newPlace()]
    const whole = await take(one, [await logFile([...first, ...second])])
    const files = [
      await logFile([...first.slice(4), ...second], { name: 'access.log' }),
      await logFile(first.slice(0, 6), { name: 'access.log.2.gz' }),
    ]
    const parts = await take(many, files)
    expect(parts).toMatchObject({ lines: 14, taken: 12, here_already: 2, sessions: whole.sessions })
    expect(parts.web_analytics_sessions).toBe(whole.web_analytics_sessions)
    await agreesWithRecount(many.store, NOW)
  })

  test('but a line that stands twice in a file is two views', async () => {
    const place = await newPlace()
    const file = await logFile(linesOf({ at: NOON }, { at: NOON }, { at: NOON }))
    expect(await take(place, [file, file])).toMatchObject({ lines: 6, taken: 3, here_already: 3 })
  })

  test('in another help center of the same store they are others', async () => {
    const place = await newPlace()
    const file = await logFile(first)
    expect(await take(place, [file])).toMatchObject({ taken: 8 })
    expect(await take(place, [file], { site: 'other' })).toMatchObject({ taken: 8, sessions: 6 })
    expect(await place.store.query('select count(*) as n from events')).toEqual([{ n: 16 }])
  })
})

test('a visit that an earlier import began goes on, as if both had been one', async () => {
  const [parts, whole] = [await newPlace(), await newPlace()]
  const minutes = [0, 4, 12, 13, 40, 100]
  const lines = linesOf(...minutes.map((minute) => ({ at: NOON + minute * MINUTE })))
  for (const line of lines) await take(parts, [await logFile([line])])
  await take(whole, [await logFile(lines)])
  const told = async ({ store }: Place) =>
    store.query(`
      select e.seq, e.session_id = e.event_id as opens, e.previous_id is not null as has_previous,
        e."at" - e.active_at as gap, dense_rank() over (order by t.first) as tab
      from events e
      join (select tab_id, min("at") as first from events group by tab_id) t on t.tab_id = e.tab_id
      order by e."at"`)
  expect(await told(whole)).toEqual([
    { tab: 1, seq: 1, opens: true, has_previous: false, gap: null },
    { tab: 1, seq: 2, opens: false, has_previous: false, gap: 4 * MINUTE },
    { tab: 1, seq: 3, opens: true, has_previous: true, gap: 8 * MINUTE },
    { tab: 1, seq: 4, opens: false, has_previous: false, gap: MINUTE },
    { tab: 1, seq: 5, opens: true, has_previous: true, gap: 27 * MINUTE },
    { tab: 2, seq: 1, opens: true, has_previous: false, gap: null },
  ])
  expect(await told(parts)).toEqual(await told(whole))
  await agreesWithRecount(parts.store, NOW)
})

test('whatever is imported in whatever order and parts: the events are the same, and a recount agrees', async () => {
  const view = fc.record({ address: fc.constantFrom('198.51.100.7', '203.0.113.5'), minute: fc.nat(70) })
  const run = fc.array(fc.nat(11), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(view, { minLength: 12, maxLength: 12, selector: ({ address, minute }) => address + minute }),
      fc.array(run, { minLength: 1, maxLength: 4 }),
      async (views, runs) => {
        const lines = views.map(({ address, minute }) => logLine({ address, at: NOON + minute * MINUTE }))
        const folder = await tempFolder()
        const store = createDuckdbStore(folder)
        try {
          const seen = new Set<number>()
          for (const run of runs) {
            const chosen = [...new Set(run)]
            const fresh = chosen.filter((i) => !seen.has(i)).length
            const receipt = await take({ folder, store }, [await logFile(chosen.map((i) => lines[i]!))])
            expect(receipt).toMatchObject({ taken: fresh, here_already: chosen.length - fresh })
            for (const i of chosen) seen.add(i)
          }
          expect(await store.query('select count(*) as n from events')).toEqual([{ n: seen.size }])
          await agreesWithRecount(store, NOW)
        } finally {
          await store.close()
        }
      },
    ),
    { numRuns: 10 },
  )
}, 120_000)

describe('an interruption', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => ({ at: NOON + i * 1000, address: `10.0.${i % 200}.${i % 7}` }))

  test('leaves what was taken, and a second run takes the rest', async () => {
    const [broken, whole] = [await newPlace(), await newPlace()]
    const file = await logFile(linesOf(...many))
    const stop = new AbortController()
    const first = await take(broken, [file], {
      signal: stop.signal,
      onProgress: ({ doing }) => doing === 'taking' && stop.abort(),
    })
    expect(first).toMatchObject({ lines: 5_000, taken: 2_000, left: 3_000, interrupted: true })
    const second = await take(broken, [file])
    expect(second).toMatchObject({ taken: 3_000, here_already: 2_000, left: 0, interrupted: false })
    const { sessions } = await take(whole, [file])
    expect(second.sessions).toBe(sessions)
    expect(await broken.store.query('select count(*) as n from sessions')).toEqual([{ n: sessions }])
    await agreesWithRecount(broken.store, NOW)
  })

  test('while files are read takes nothing', async () => {
    const place = await newPlace()
    const stop = new AbortController()
    const files = [await logFile(linesOf(...many)), await logFile(linesOf({ at: NOON }))]
    const receipt = await take(place, files, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(receipt).toMatchObject({ taken: 0, interrupted: true })
    expect(receipt.left).toBe(receipt.lines)
    expect(await eventsIn(place)).toEqual([])
  })
})

describe('a file', () => {
  test('that breaks off is read as far as it goes, and the others are read', async () => {
    const place = await newPlace()
    const lines = linesOf(
      ...Array.from({ length: 3_000 }, (_, i) => ({ at: NOON + i * 7_000, agent: `${FIREFOX} ${i}` })),
    )
    const torn = await logFile(lines, { name: 'torn.gz' })
    await truncate(torn, (await stat(torn)).size - 100)
    const receipt = await take(place, [torn, await logFile(linesOf({ at: NOON }))])
    expect(receipt.unread).toEqual([{ file: torn, reason: expect.stringMatching(/end of file/) }])
    expect(receipt.lines).toBeGreaterThan(1_000)
    expect(receipt.taken).toBe(receipt.lines)
  })

  test('that is none is named', async () => {
    const place = await newPlace()
    const receipt = await take(place, [place.folder, await logFile(linesOf({ at: NOON }))])
    expect(receipt).toMatchObject({
      taken: 1,
      unread: [{ file: place.folder, reason: expect.stringMatching(/EISDIR/) }],
    })
  })

  test('without lines is one broken line, however long it is', async () => {
    const place = await newPlace()
    const file = join(await tempFolder(), 'access.log')
    await writeFile(file, Buffer.alloc(3_000_000, 'x'))
    expect(await take(place, [file])).toMatchObject({ lines: 1, skipped: { broken: 1 } })
  })

  test('may have the line ends of another system, and none at its end', async () => {
    const place = await newPlace()
    const file = await logFile([])
    await writeFile(file, linesOf({ at: NOON }, { at: NOON + MINUTE }).join('\r\n'))
    expect(await take(place, [file])).toMatchObject({ lines: 2, taken: 2 })
  })
})

describe('the key of the names', () => {
  test('lies in the folder of the store, for its owner alone', async () => {
    const place = await newPlace()
    await take(place, [await logFile(linesOf({ at: NOON }))])
    const path = join(place.folder, KEY_FILE)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toMatch(/^[\da-f]{64}\n$/)
    const [event] = await eventsIn(place)
    expect(JSON.stringify(event)).not.toContain('198.51.100.7')
    expect(JSON.stringify(event)).not.toContain(FIREFOX)
  })

  test('gives the same person other names in another store', async () => {
    const [one, other] = [await newPlace(), await newPlace()]
    const file = await logFile(linesOf({ at: NOON }))
    for (const place of [one, other]) await take(place, [file])
    const [[a], [b]] = [await eventsIn(one), await eventsIn(other)]
    expect(a!.visitor_id).not.toBe(b!.visitor_id)
    expect(a!.event_id).not.toBe(b!.event_id)
  })

  test('must not be lost while there are events that were named by it', async () => {
    const place = await newPlace()
    const file = await logFile(linesOf({ at: NOON }))
    await take(place, [file])
    await rm(join(place.folder, KEY_FILE))
    await expect(take(place, [file])).rejects.toThrow(/^\[helptally\] .* but not the file import\.key .* Put the file/)
    await writeFile(join(place.folder, KEY_FILE), 'x')
    await expect(take(place, [file])).rejects.toThrow(/^\[helptally\] Expected .*import\.key to be the key/)
  })
})

test('imported sessions are marked in every report and in their explanation', async () => {
  const place = await newPlace()
  const parsed = parseReportQuery({ site: 'docs', from: '2026-03-10', to: '2026-03-11' }, NOW)
  if (!parsed.ok) throw new Error(parsed.reason)
  expect(await readReport(place.store, 'sessions', parsed.query, NOW)).not.toHaveProperty('imported')
  await take(place, [await logFile(linesOf({ at: NOON }))])
  const report = await readReport(place.store, 'sessions', parsed.query, NOW)
  expect(report).toMatchObject({ imported: true, synthetic: false, totals: { sessions: 1, direct_link: 1 } })
  const live = await readReport(place.store, 'live', parsed.query, NOW)
  expect(live).toMatchObject({ imported: true, rows: [{ imported: true }] })
  expect(await explainSession(place.store, live.rows[0]!.id, NOW)).toMatchObject({ imported: true, disagreements: [] })
})
