import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { Role } from '../src/collector/access.js'
import { createJobs } from '../src/jobs/createJobs.js'
import { KEEP_FILE_MS } from '../src/jobs/jobFolder.js'
import { LEAST_FREE_BYTES } from '../src/jobs/room.js'
import { sweep } from '../src/jobs/sweep.js'
import type { Store } from '../src/store/store.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { MINUTE, NOON, opening, rowsOf, SITE } from './helpers/events.js'
import { asForm, asJson, ended, filesOf, holding, jobAt, keepSessions, until } from './helpers/jobs.js'
import { logLine } from './helpers/logLines.js'
import { tempStore } from './helpers/temp.js'

const DAY = { from: '2026-03-10', to: '2026-03-11' }
const VISITOR = '0198c000-0000-7000-8000-00000000000a'
/** What an export asks for, piece by piece, and what a recount asks for, bucket by bucket. */
const PIECES = 'with piece as'
const EVIDENCE = 'evidence'

const start = (collector: TestCollector, kind: string, body: object = {}) =>
  collector.send('POST', `${kind}?site=${SITE}`, asJson(body))
const change = (collector: TestCollector, path: string, what: 'cancel' | 'again') =>
  collector.send('POST', `${path}?site=${SITE}`, asJson({ do: what }))
const upload = (collector: TestCollector, bytes: string | Uint8Array, params = 'file=a.ndjson') =>
  collector.send('POST', `imports?site=${SITE}&${params}`, {
    body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
    headers: { 'content-type': 'application/octet-stream' },
  })

async function fileOf(collector: TestCollector, nr = 1): Promise<Response> {
  const request = new Request(`http://localhost/api/help/exports/${nr}/file?site=${SITE}`)
  return collector.handle(request, ['exports', String(nr), 'file'])
}

async function exported(sessions = 3): Promise<{ store: Store; collector: TestCollector; text: string }> {
  const store = await tempStore()
  await keepSessions(store, sessions)
  const collector = await collect({ store })
  await start(collector, 'exports')
  await ended(collector, 'exports/1')
  return { store, collector, text: await (await fileOf(collector)).text() }
}

describe('an export', () => {
  test('goes on after the answer, and leaves a file that another store takes, once', async () => {
    const { collector, text } = await exported()
    expect(await jobAt(collector, 'exports/1')).toMatchObject({
      ...{ kind: 'export', nr: 1, site: SITE, state: 'done', file_until: expect.stringMatching(/Z$/), reason: null },
      progress: { done: 3, of: 3, unit: 'rows' },
      asked: { what: 'events', format: 'ndjson', from: '2000-01-01T00:00:00.000Z', tz: 'UTC' },
      result: { rows: 3, bytes: Buffer.byteLength(text), name: 'docs-events-2000-01-01-2099-12-31.ndjson' },
    })
    const other = await collect({ store: await tempStore() })
    for (const [nr, counts] of [
      [1, { taken: 3, known: 0 }],
      [2, { taken: 0, known: 3 }],
    ] as const) {
      expect(await upload(other, nr === 1 ? text : gzipSync(text), 'file=a.ndjson.gz')).toMatchObject({ status: 202 })
      expect(await ended(other, `imports/${nr}`)).toMatchObject({ state: 'done', result: { lines: 3, ...counts } })
    }
  })

  test.each([
    ['csv', 'sessions', /^id,site,channel/],
    ['parquet', 'events', /^PAR1/],
  ])('can be %s of %s', async (format, what, beginning) => {
    const { collector } = await exported()
    await start(collector, 'exports', { format, what, from: '2026-03-10', last: '2026-03-10' })
    expect(await ended(collector, 'exports/2')).toMatchObject({ state: 'done', result: { rows: 3 } })
    const response = await fileOf(collector, 2)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.toString('latin1')).toMatch(beginning)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="docs-${what}-2026-03-10-2026-03-11.${format}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  test('of a site with a hostile name has a plain file name', async () => {
    const store = await tempStore()
    const site = '"; x="/../é\r'
    await store.append(rowsOf(opening({ site })))
    const collector = await collect({ store, site })
    await collector.send('POST', 'exports', asJson({}))
    const { body } = await until(
      () => collector.get('exports/1'),
      (answer) => answer.body.state !== 'running',
    )
    expect(body.result).toMatchObject({ rows: 1, name: expect.stringMatching(/^[\w-]+\.ndjson$/) })
  })

  test('that is running keeps a second one from starting, and says so', async () => {
    const { collector, store } = await held(PIECES)
    expect(await start(collector, 'exports')).toMatchObject({ status: 202, body: { state: 'running', nr: 1 } })
    await store.held
    expect(await start(collector, 'exports')).toMatchObject({
      status: 409,
      body: { error: 'An export is running already: wait until it ends, or cancel it.' },
    })
    expect((await start(collector, 'recounts', DAY)).status).toBe(202)
    store.release()
    expect(await ended(collector, 'exports/1')).toMatchObject({ state: 'done' })
    expect((await start(collector, 'exports')).body).toMatchObject({ nr: 2 })
    await Promise.all([ended(collector, 'exports/2'), ended(collector, 'recounts/1')])
  })

  test('that is cancelled midway leaves nothing but what is said of it', async () => {
    const { collector, store } = await held(PIECES)
    await start(collector, 'exports')
    await store.held
    expect(await filesOf(store, 'export-1')).toContainEqual(expect.stringMatching(/^file\.\d+\.part$/))
    expect(await change(collector, 'exports/1', 'cancel')).toMatchObject({ status: 200, body: { nr: 1 } })
    expect(await ended(collector, 'exports/1')).toMatchObject({
      ...{ state: 'cancelled', file_until: null, result: null, reason: null },
    })
    expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
    expect((await fileOf(collector)).status).toBe(404)
    store.release()
    expect((await change(collector, 'exports/1', 'cancel')).body).toMatchObject({ state: 'cancelled' })
    expect((await change(collector, 'exports/1', 'again')).body).toMatchObject({ nr: 2, state: 'running' })
    expect(await ended(collector, 'exports/2')).toMatchObject({ state: 'done', result: { rows: 3 } })
  })

  test('loses its file when a visitor is erased, who may be in it', async () => {
    const { collector, store } = await exported()
    await collector.send('DELETE', `visitors/${VISITOR}`)
    expect((await fileOf(collector)).status).toBe(404)
    expect(await jobAt(collector, 'exports/1')).toMatchObject({ state: 'done', file_until: null })
    expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
  })

  test('that runs when a visitor is erased ends, and says why', async () => {
    const { collector, store } = await held(PIECES)
    await start(collector, 'exports')
    await store.held
    await collector.send('DELETE', `visitors/${VISITOR}`)
    store.release()
    expect(await ended(collector, 'exports/1')).toMatchObject({
      ...{ state: 'cancelled', reason: expect.stringMatching(/erased while it ran/) },
    })
    expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
  })

  test.each([
    [{ what: 'secrets' }, /^what: expected events or sessions/],
    [{ format: 'xml' }, /^format: expected ndjson, csv, parquet, got "xml"/],
    [{ from: '2026-02-30' }, /^from: expected a date/],
    [{ from: '2026-03-11', to: '2026-03-10' }, /^from: expected a moment before the end/],
    [{ to: '2026-03-10', last: '2026-03-10' }, /^Expected to or last, got both/],
    [{ tz: 'Mars/Olympus' }, /^tz: expected an IANA/],
    [{ from: 7 }, /^from: expected a text/],
    [[], /^Expected a JSON object/],
  ])('that is asked for %j says what was expected', async (body, error) => {
    expect(await start(await collect(), 'exports', body)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(error) },
    })
  })
})

async function held(words: string) {
  const store = holding(await tempStore(), words)
  await keepSessions(store, 3)
  return { store, collector: await collect({ store }) }
}

describe('an import', () => {
  test('says what became of each line, and takes what is of its site', async () => {
    const { text } = await exported(4)
    const [first, second, third, fourth] = text.trim().split('\n')
    const elsewhere = third!.replaceAll('"docs"', '"other"')
    const lines = [first, first, '', second, elsewhere, 'no JSON', '<script>alert(1)</script>', fourth]
    const collector = await collect()
    await upload(collector, lines.join('\n'), 'file=..%2F..%2Fetc%2Fpas%00swd.ndjson')
    const job = await ended(collector, 'imports/1')
    expect(job).toMatchObject({
      ...{ state: 'done', file_until: null, asked: { file: 'passwd.ndjson', format: 'export' } },
      result: {
        ...{ lines: 7, taken: 3, known: 1, unread: null, sessions: null },
        left_out: { kept_out: 0, erased: 0, bad: 3 },
        named: [
          { line: 5, reason: 'site: expected "docs", got another' },
          { line: 6, reason: expect.stringMatching(/^expected a JSON object a line/) },
          { line: 7, reason: expect.stringMatching(/^expected a JSON object a line/) },
        ],
      },
    })
    expect(
      (await collector.get(`reports/sessions?site=${SITE}&from=2026-03-10&to=2026-03-11`)).body.totals,
    ).toMatchObject({
      sessions: 3,
    })
  })

  test('takes an access log, packed or not, and keeps no address', async () => {
    const store = await tempStore()
    const collector = await collect({ store, now: () => NOON + 60 * 24 * MINUTE })
    const log = [logLine({ at: NOON }), logLine({ at: NOON + MINUTE, target: '/style.css' }), 'broken'].join('\n')
    const articles = `articles=${encodeURIComponent('/:locale/articles/:slug')}`
    await upload(collector, gzipSync(log), `file=access.log.1.gz&${articles}`)
    expect(await ended(collector, 'imports/1')).toMatchObject({
      ...{ state: 'done', asked: { format: 'combined', file: 'access.log.1.gz' } },
      result: {
        ...{ lines: 3, taken: 1, known: 0, sessions: 1, left_out: { asset: 1, broken: 1, robot: 0 } },
        named: [{ line: 3, reason: expect.stringMatching(/^expected/) }],
      },
    })
    expect(await filesOf(store, 'import-1')).toEqual(['job.json'])
  })

  test('of a packed file that is cut off fails, says why, and cannot be asked again', async () => {
    const { text } = await exported(200)
    const collector = await collect()
    await upload(collector, gzipSync(text).subarray(0, 300), 'file=a.ndjson.gz')
    expect(await ended(collector, 'imports/1')).toMatchObject({
      ...{ state: 'failed', reason: expect.stringMatching(/unexpected end of file/), result: null, file_until: null },
    })
    expect(await change(collector, 'imports/1', 'again')).toMatchObject({ status: 409 })
  })

  test('of a bomb fails before it fills anything', async () => {
    const store = await tempStore()
    const collector = await collect({ store })
    await upload(collector, gzipSync(Buffer.alloc(64_000_000)), 'file=bomb.ndjson.gz')
    expect(await ended(collector, 'imports/1')).toMatchObject({
      ...{ state: 'failed', reason: expect.stringMatching(/unpacks to more than 200 times its size/) },
    })
    expect(await filesOf(store, 'import-1')).toEqual(['job.json'])
  })

  test.each([
    ['format=xml', /^format: expected export or combined/],
    ['format=combined', /^articles: expected a path with a parameter/],
    ['format=combined&articles=%2F:slug&host=a%20b', /^host: expected hosts/],
    ['format=combined&articles=%2F:slug&locale=!', /^locale: expected a language tag/],
  ])('asked for by %s says what was expected', async (params, error) => {
    const store = await tempStore()
    expect(await upload(await collect({ store }), 'x', params)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(error) },
    })
    expect(await readdir(join(store.folder, 'jobs'))).toEqual([])
  })

  test('of what is too large, empty or cut off leaves nothing', async () => {
    const store = await tempStore()
    const collector = await collect({ store, maxImportBytes: 10 })
    expect((await upload(collector, '12345678901')).status).toBe(413)
    expect((await upload(collector, '')).status).toBe(400)
    const short = { body: '123', headers: { 'content-type': 'application/gzip', 'content-length': '5' } }
    const cut = await collector.send('POST', `imports?site=${SITE}`, short)
    expect(cut).toMatchObject({ status: 400, body: { error: expect.stringMatching(/got its beginning only/) } })
    expect(await readdir(join(store.folder, 'jobs'))).toEqual([])
  })

  test('by a form goes back to its page, whatever becomes of the file', async () => {
    const { text } = await exported()
    const store = await tempStore()
    const collector = await collect({ store, maxImportBytes: 100_000 })
    const post = async (file: string | null, fields: Record<string, string> = {}, origin = 'http://localhost') => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ back: '/help-insights/data-jobs?lang=es', ...fields }))
        form.set(name, value)
      if (file !== null) form.set('upload', new Blob([file]), '../<b>\u202ea.ndjson')
      const request = new Request(`http://localhost/api/help/imports?site=${SITE}`, {
        ...{ method: 'POST', body: form, headers: { origin } },
      })
      const { status, headers } = await collector.handle(request, ['imports'])
      return [status, headers.get('location')]
    }
    const back = (done: string) => [303, `/help-insights/data-jobs?lang=es&done=${done}`]
    expect(await post(text, { format: 'export' })).toEqual(back('import-1'))
    expect(await ended(collector, 'imports/1')).toMatchObject({
      ...{ state: 'done', asked: { file: '<b>a.ndjson' }, result: { taken: 3 } },
    })
    expect(await post('x'.repeat(100_001))).toEqual(back('import-too_large'))
    expect(await post(null)).toEqual(back('import-no_file'))
    expect(await post('')).toEqual(back('import-no_file'))
    expect(await post('x', { format: 'xml' })).toEqual(back('import-not_understood'))
    expect(await post(text, { back: 'https://evil.example/x' })).toEqual([303, '/?done=import-2'])
    expect(await post(text, {}, 'https://evil.example')).toEqual([403, null])
    await ended(collector, 'imports/2')
    expect((await readdir(join(store.folder, 'jobs'))).sort()).toEqual(['import-1', 'import-2'])
  })

  test('by a form that is cut off says so', async () => {
    const store = await tempStore()
    const collector = await collect({ store })
    const body = '--x\r\ncontent-disposition: form-data; name="upload"; filename="a"\r\n\r\nonly the beg'
    const request = new Request(`http://localhost/api/help/imports?site=${SITE}`, {
      ...{ method: 'POST', body },
      headers: { 'content-type': 'multipart/form-data; boundary=x', origin: 'http://localhost' },
    })
    const { headers } = await collector.handle(request, ['imports'])
    expect(headers.get('location')).toBe('/?done=import-cut_off')
    expect(await readdir(join(store.folder, 'jobs'))).toEqual([])
  })
})

describe('a recount', () => {
  const PERIOD = { from: '2026-03-10', last: '2026-03-10' }

  test('compares, and lists what differs', async () => {
    const store = await tempStore()
    const tabId = '0198c000-0000-7000-8000-0000000000ff'
    const first = opening({ tabId, seq: 1 })
    const second = opening({ tabId, seq: 2, ts: NOON + 6 * MINUTE, activeAt: NOON, sessionId: first.id })
    await store.append(rowsOf(first, second))
    const collector = await collect({ store, now: () => NOON + 60 * MINUTE })
    expect((await start(collector, 'recounts', PERIOD)).body).toMatchObject({
      asked: { from: '2026-03-10T00:00:00.000Z' },
    })
    expect(await ended(collector, 'recounts/1')).toMatchObject({
      ...{ state: 'done', progress: { done: 2, of: 2, unit: 'events' } },
      result: {
        ...{ is_equal: false, tabs: 1, events: 2, claimed: 1, found: 2, roll_up: 0, roll_up_named: [] },
        differences: { not_claimed: 1, not_found: 0, elsewhere: 0 },
        named: [
          { event_id: second.id, kind: 'not_claimed', cause: 'claim_wrong', found: second.id, claimed: first.id },
        ],
      },
    })
    expect(await filesOf(store, 'recount-1')).toEqual(['job.json'])
  })

  test('needs a period', async () => {
    expect((await start(await collect(), 'recounts')).status).toBe(400)
    expect((await start(await collect(), 'recounts', { from: '2026-03-10' })).status).toBe(400)
  })

  test('that is cancelled leaves no checkpoint', async () => {
    const { collector, store } = await held(EVIDENCE)
    await start(collector, 'recounts', PERIOD)
    await store.held
    await change(collector, 'recounts/1', 'cancel')
    expect(await ended(collector, 'recounts/1')).toMatchObject({ state: 'cancelled', can_resume: false })
    expect(await filesOf(store, 'recount-1')).toEqual(['job.json'])
    store.release()
  })
})

describe('who may', () => {
  const as = (role: Role) => collect({ authorize: () => role })

  test.each([
    ['viewer', { exports: 403, imports: 403, recounts: 200 }, { exports: 403, imports: 403, recounts: 403 }],
    ['editor', { exports: 403, imports: 403, recounts: 200 }, { exports: 403, imports: 403, recounts: 202 }],
    ['admin', { exports: 200, imports: 200, recounts: 200 }, { exports: 202, imports: 400, recounts: 202 }],
  ] as const)('see and start long work: a %s', async (role, sees, starts) => {
    const collector = await as(role)
    for (const [kind, status] of Object.entries(sees))
      expect((await collector.get(`${kind}?site=${SITE}`)).status).toBe(status)
    for (const [kind, status] of Object.entries(starts)) {
      const body = kind === 'imports' ? upload(collector, '') : start(collector, kind, kind === 'recounts' ? DAY : {})
      expect((await body).status).toBe(status)
    }
  })

  test('fetch a file: admins, and those of the site', async () => {
    const { store, collector } = await exported()
    const viewer = await collect({ store, authorize: () => 'editor' })
    expect((await viewer.get(`exports/1/file?site=${SITE}`)).status).toBe(403)
    for (const path of [
      'exports/1?site=other',
      'exports/1/file?site=other',
      'exports/2?site=docs',
      'exports/x?site=docs',
    ])
      expect((await collector.get(path)).status).toBe(404)
    expect((await collector.get('exports?site=other')).body.rows).toEqual([])
    expect((await collector.send('POST', 'exports/1?site=other', asJson({ do: 'again' }))).status).toBe(404)
  })

  test('send a form: pages of the site, which are led back', async () => {
    const { store } = await exported()
    const collector = await collect({ store })
    const post = async (path: string, form: RequestInit) => {
      const request = new Request(`http://localhost/api/help/${path}?site=${SITE}`, { method: 'POST', ...form })
      const { status, headers } = await collector.handle(request, path.split('/'))
      return [status, headers.get('location')]
    }
    const back = '/help-insights/data-jobs'
    expect(await post('recounts', asForm({ ...DAY, back }, 'https://evil.example'))).toEqual([403, null])
    expect(await post('recounts', asForm({ ...DAY, back }))).toEqual([303, `${back}?done=recount-1`])
    expect(await post('recounts', asForm({ back, from: '', last: '' }))).toEqual([
      303,
      `${back}?done=recount-not_understood`,
    ])
    await ended(collector, 'recounts/1')
    expect(await post('recounts/1', asForm({ do: 'again', back }))).toEqual([303, `${back}?done=recount-2`])
    expect(await post('recounts/1', asForm({ do: 'cancel', back }, 'https://evil.example'))).toEqual([403, null])
    expect((await collector.send('POST', `exports?site=${SITE}`, { body: '{}' })).status).toBe(415)
    await ended(collector, 'recounts/2')
  })
})

describe('what is kept', () => {
  const free = async () => LEAST_FREE_BYTES

  test('of a file is gone after a day, or when the disk gets full', async () => {
    for (const options of [
      { now: NOON + KEEP_FILE_MS + 1, freeBytes: free },
      { now: NOON, freeBytes: async () => LEAST_FREE_BYTES - 1 },
    ]) {
      const { store, collector } = await exported()
      await sweep(store.folder, { now: NOON + KEEP_FILE_MS, freeBytes: free })
      expect(await filesOf(store, 'export-1')).toEqual(['file', 'job.json'])
      expect(await sweep(store.folder, options)).toBe(false)
      expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
      expect(await jobAt(collector, 'exports/1')).toMatchObject({
        state: 'done',
        file_until: null,
        result: { rows: 3 },
      })
    }
  })

  test('of a job is gone after a month, but for the latest of its kind, which has the number', async () => {
    const { store, collector } = await exported()
    await start(collector, 'exports')
    await ended(collector, 'exports/2')
    await sweep(store.folder, { now: NOON + 31 * KEEP_FILE_MS, freeBytes: free })
    expect(await readdir(join(store.folder, 'jobs'))).toEqual(['export-2'])
    expect((await start(collector, 'exports')).body.nr).toBe(3)
    await ended(collector, 'exports/3')
  })

  test('where the disk is nearly full is the log of events: a job fails, and says so', async () => {
    const store = holding(await tempStore(), PIECES)
    await keepSessions(store, 3)
    let left = LEAST_FREE_BYTES
    const jobs = createJobs({
      ...{ store, now: () => NOON, whenEnding: () => () => undefined, log: () => undefined },
      after: (ms, work) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      freeBytes: async () => left,
    })
    const asked = { what: 'events', format: 'ndjson', from: '2026-03-10', to: '2026-03-11', tz: 'UTC' } as const
    await jobs.start({ kind: 'export', site: SITE, by: '', asked })
    await store.held
    left--
    const find = () => jobs.find({ kind: 'export', site: SITE, nr: 1 })
    expect(await until(find, (job) => job?.state !== 'running')).toMatchObject({
      ...{ state: 'failed', reason: expect.stringMatching(/^The disk of the store is nearly full/) },
    })
    expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
    expect(await jobs.draft(1)).toBeNull()
    store.release()
  })

  test('says that it is being cancelled until it has ended, however late that was', async () => {
    const store = holding(await tempStore(), PIECES)
    await keepSessions(store, 3)
    const jobs = createJobs({
      ...{ store, now: () => NOON, whenEnding: () => () => undefined, log: () => undefined },
      after: () => () => undefined,
    })
    const asked = { what: 'events', format: 'ndjson', from: '2026-03-10', to: '2026-03-11', tz: 'UTC' } as const
    const of = { kind: 'export', site: SITE, nr: 1 } as const
    await jobs.start({ ...of, by: '', asked })
    await store.held
    await jobs.cancel(of)
    expect(await jobs.find(of)).toMatchObject({ state: 'running', is_cancelling: true })
    store.release()
    const ran = await until(
      () => jobs.find(of),
      (job) => job?.state !== 'running',
    )
    expect(ran).toMatchObject({ state: 'cancelled', is_cancelling: false, file_until: null })
    expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
  })

  test('that nobody can read is passed over', async () => {
    const { store, collector } = await exported()
    await writeFile(join(store.folder, 'jobs', 'export-1', 'job.json'), '{"half')
    expect((await collector.get(`exports?site=${SITE}`)).body.rows).toEqual([])
    expect((await start(collector, 'exports')).body.nr).toBe(2)
    await ended(collector, 'exports/2')
  })
})
