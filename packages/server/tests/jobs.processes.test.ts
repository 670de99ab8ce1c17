import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { checkpointIn } from '../src/recount/checkpoint.js'
import { recountLog } from '../src/recount/recountLog.js'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { collect } from './helpers/collect.js'
import { collectorProcess } from './helpers/collectorProcess.js'
import { SITE } from './helpers/events.js'
import { asJson, ended, filesOf, jobAt, keepSessions, until } from './helpers/jobs.js'
import { serveProcess } from './helpers/serveProcess.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const PIECES = 'with piece as'
const LOOKING_UP = "'event' as what"
const EVIDENCE = 'evidence'
const DAY = { from: '2026-03-10', to: '2026-03-11', tz: 'UTC' }

/** A store with sessions, this process with a collector of it, and another one, whose jobs wait for ever. */
async function twoWorkers(hold: string) {
  const folder = await tempFolder()
  const store = await tempStore({ folder })
  await keepSessions(store, 3)
  const here = await collect({ store, now: Date.now })
  const there = collectorProcess(folder, hold)
  return { store, here, there }
}

const cancel = asJson({ do: 'cancel' })
const again = asJson({ do: 'again' })

describe('of two processes', () => {
  test('one sees what the other runs, does not start a second one, and cancels it', async () => {
    const { store, here, there } = await twoWorkers(PIECES)
    expect(await there.send('POST', `exports?site=${SITE}`, {})).toMatchObject({ status: 202 })
    await there.held
    expect(await jobAt(here, 'exports/1')).toMatchObject({ state: 'running', progress: { done: 0, unit: 'rows' } })
    expect((await here.send('POST', `exports?site=${SITE}`, asJson({}))).status).toBe(409)
    expect((await here.send('POST', `exports/1?site=${SITE}`, cancel)).status).toBe(200)
    expect(await ended(here, 'exports/1')).toMatchObject({ state: 'cancelled' })
    expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
    expect((await there.get(`exports/1?site=${SITE}`)).body).toMatchObject({ state: 'cancelled' })
  })

  test('only one starts, when both are asked at once', async () => {
    const { here, there } = await twoWorkers('nothing that anybody asks')
    await there.get('health')
    for (let nr = 1; nr <= 5; nr++) {
      const answers = await Promise.all([
        here.send('POST', `exports?site=${SITE}`, asJson({})),
        there.send('POST', `exports?site=${SITE}`, {}),
      ])
      const started = answers.filter(({ status }) => status === 202).map(({ body }) => body.nr as number)
      // The quicker one may have ended before the other was asked.
      expect(new Set(started).size).toBe(started.length)
      for (const one of started) expect(await ended(here, `exports/${one}`)).toMatchObject({ state: 'done' })
    }
  })
})

describe('a job whose process was killed', () => {
  test('is interrupted, leaves no half file, and is asked again', async () => {
    const { store, here, there } = await twoWorkers(PIECES)
    await there.send('POST', `exports?site=${SITE}`, {})
    await there.held
    expect(await filesOf(store, 'export-1')).toContainEqual(expect.stringMatching(/\.part$/))
    await there.kill()
    expect(await jobAt(here, 'exports/1')).toMatchObject({
      ...{ state: 'interrupted', reason: 'The process that ran it has ended before it was done.', can_resume: false },
      ended_at: expect.stringMatching(/Z$/),
    })
    expect((await here.get(`exports?site=${SITE}`)).body.rows).toHaveLength(1)
    expect(await filesOf(store, 'export-1')).toEqual(['job.json'])
    expect((await here.send('POST', `exports/1?site=${SITE}`, again)).body).toMatchObject({ nr: 2 })
    expect(await ended(here, 'exports/2')).toMatchObject({ state: 'done', result: { rows: 3 } })
  })

  test('goes on with the file that it was sent', async () => {
    const { here } = await twoWorkers('')
    await here.send('POST', `exports?site=${SITE}`, asJson({}))
    await ended(here, 'exports/1')
    const file = await here.handle(new Request(`http://localhost/exports/1/file?site=${SITE}`), [
      'exports',
      '1',
      'file',
    ])
    const store = await tempStore()
    const other = collectorProcess(store.folder, LOOKING_UP)
    await other.send('POST', `imports?site=${SITE}&file=a.ndjson`, await file.text())
    await other.held
    await other.kill()
    const collector = await collect({ store, now: Date.now })
    expect(await jobAt(collector, 'imports/1')).toMatchObject({
      state: 'interrupted',
      can_resume: true,
      file_until: expect.stringMatching(/Z$/),
    })
    await collector.send('POST', `imports/1?site=${SITE}`, again)
    expect(await ended(collector, 'imports/2')).toMatchObject({ state: 'done', result: { taken: 3 } })
    expect(await filesOf(store, 'import-1')).toEqual(['job.json'])
    expect(await filesOf(store, 'import-2')).toEqual(['job.json'])
  })

  test('goes on from where a recount was', async () => {
    const { store, here, there } = await twoWorkers(EVIDENCE)
    await there.send('POST', `recounts?site=${SITE}`, DAY)
    await there.held
    await there.kill()
    // As far as the killed process would have come: all but what it says of it.
    const parsed = parseReportQuery({ site: SITE, ...DAY }, Date.now())
    if (!parsed.ok) throw new Error(parsed.reason)
    const { period, starts } = parsed.query
    const question = { site: SITE, from: period.from, to: period.to, starts, rules: null }
    const kept = checkpointIn(join(store.folder, 'jobs', 'recount-1', 'checkpoint'), question)
    const reached: unknown[] = []
    await recountLog(store, question, {
      async onProgress(now) {
        reached.push(now)
        if (reached.length === 1) await kept.write({ ...now, tally: { ...now.tally, tabs: 1_000 } })
      },
    })
    expect(await jobAt(here, 'recounts/1')).toMatchObject({ state: 'interrupted', can_resume: true })
    await here.send('POST', `recounts/1?site=${SITE}`, again)
    // It has not counted the tabs anew that were counted before.
    expect(await ended(here, 'recounts/2')).toMatchObject({ state: 'done', result: { tabs: 1_000, claimed: 3 } })
    expect(await jobAt(here, 'recounts/1')).toMatchObject({ can_resume: false })
  })

  test('is known by its silence where its pid says nothing', async () => {
    const { store, here, there } = await twoWorkers(PIECES)
    await there.send('POST', `exports?site=${SITE}`, {})
    await there.held
    await there.kill()
    const path = join(store.folder, 'jobs', 'export-1', 'job.json')
    const kept = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...kept, runner: { ...kept.runner, host: 'another-container' } }))
    expect(await jobAt(here, 'exports/1')).toMatchObject({ state: 'running' })
    const later = await collect({ store, now: () => kept.seenAt + 15_001 })
    expect(await jobAt(later, 'exports/1')).toMatchObject({ state: 'interrupted' })
  })
})

test('a process that is told to end says that its job is interrupted', async () => {
  const { here, there } = await twoWorkers(PIECES)
  await there.send('POST', `exports?site=${SITE}`, {})
  await there.held
  there.signal('SIGTERM')
  const { state } = await until(
    () => jobAt(here, 'exports/1'),
    ({ state: now }) => now !== 'running',
  )
  expect(state).toBe('interrupted')
  // It lives on: no dead pid has told it.
  expect((await there.get('health')).status).toBe(200)
})

test('helptally serve sends the file of an export, and only its length when that is asked for', async () => {
  const { store } = await twoWorkers('')
  const { at } = await serveProcess(store.folder, ['--site', SITE], { HELPTALLY_TOKEN: 'token' })
  const headers = { authorization: 'Bearer token' }
  const asked = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}' }
  expect((await fetch(`${at}/exports`, asked)).status).toBe(202)
  const { result } = (await until(
    async () => (await fetch(`${at}/exports/1`, { headers })).json(),
    (job) => (job as { state: string }).state !== 'running',
  )) as { result: { bytes: number } }
  const head = await fetch(`${at}/exports/1/file`, { method: 'HEAD', headers })
  expect(Number(head.headers.get('content-length'))).toBe(result.bytes)
  const text = await (await fetch(`${at}/exports/1/file`, { headers })).text()
  expect(Buffer.byteLength(text)).toBe(result.bytes)
  expect(text.trim().split('\n')).toHaveLength(3)
})
