import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { commands } from '../src/cli/commands.js'
import { opening, rowsOf } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { storeProcess } from './helpers/storeProcess.js'
import { setEnv, tempFolder, tempStore } from './helpers/temp.js'

const DAY_MS = 24 * 60 * 60_000

const run = (...args: readonly string[]) => runInTerminal(args)

describe('helptally seed', () => {
  test('fills the store that it is given, and says with what', async () => {
    const folder = await tempFolder()
    const { code, out } = await run(
      'seed',
      '--store',
      `duckdb:${folder}`,
      '--site',
      'docs',
      '--days',
      '2',
      '--articles',
      'a,b',
    )
    const [sessions, events] = /has (\d+) sessions \((\d+) events\) of 2 days/.exec(out)!.slice(1).map(Number)
    const store = await tempStore({ folder })
    expect(await store.query('select count(*) as n from events')).toEqual([{ n: events }])
    expect(await store.query('select count(*) as n from sessions')).toEqual([{ n: sessions }])
    expect(code).toBe(0)
  })

  test.each([
    [['seed'], /Expected --site <id>/],
    [['seed', '--site', 'docs', '--days', '0'], /--days: expected 1 to \d+, got "0"/],
    [['seed', '--site', 'docs', '--seed', 'x'], /--seed: expected a whole number, got "x"/],
    [['seed', '--site', 'docs', '--articles', ','], /--articles: expected ids/],
    [['seed', '--site', 'docs', '--tz', 'Mars'], /--tz: expected an IANA time zone/],
    [['seed', '--colour', 'red'], /Unknown option '--colour'/],
    [['sow'], /Expected one of init, seed, .*, got "sow"/],
  ])('that is not understood says what was expected: %j', async (args, reason) => {
    const { code, error } = await run(...args)
    expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(reason) })
    expect(error).toMatch(/^\[helptally\] [^\n]+$/)
  })
})

describe('helptally health', () => {
  test('is 0 for a store that works', async () => {
    setEnv('HELPTALLY_STORE', `duckdb:${await tempFolder()}`)
    expect(await run('health')).toMatchObject({ code: 0, out: expect.stringContaining('is ready'), error: '' })
  })

  test('is 1, with one sentence that says what to do, for a store that cannot be written', async () => {
    const { code, error } = await run('health', '--store', 'duckdb:/dev/null/store')
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^\[helptally\] [^\n]*name another folder/),
    })
  })

  test('is 1 for a store that is none', async () => {
    expect(await run('health', '--store', 'mysql://x')).toMatchObject({
      code: 1,
      error: expect.stringContaining('Expected a store URL'),
    })
  })
})

describe('beside a site that runs', () => {
  test('helptally backup copies the store, retain and erase take from it', async () => {
    const folder = await tempFolder()
    const site = storeProcess(folder)
    const [old, gone, kept] = [
      opening({ ts: Date.now() - 9 * DAY_MS }),
      opening({ ts: Date.now(), visitorId: randomUUID() }),
      opening({ ts: Date.now() }),
    ]
    await site.append(rowsOf(old, gone, kept))
    await site.health()
    const store = ['--store', `duckdb:${folder}`]
    const copy = join(await tempFolder(), 'copy')
    expect(await run('backup', copy, ...store)).toMatchObject({ code: 0, out: expect.stringContaining('3 events') })
    expect(await run('retain', '--keep-days', '8', ...store)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 sessions (1 events)'),
    })
    expect(await run('erase', gone.visitorId, ...store)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 events'),
    })
    const ids = 'select e.event_id from events e'
    expect(await site.query(ids)).toEqual([{ event_id: kept.id }])
    expect(await (await tempStore({ folder: copy })).query(ids)).toHaveLength(3)
    expect(await run('backup', copy, ...store)).toMatchObject({
      code: 1,
      error: expect.stringContaining('without a store'),
    })
  })

  test.each([
    [['backup'], /Expected one folder to copy the store to, got 0/],
    [['backup', 'a', 'b'], /Expected one folder to copy the store to, got 2/],
    [['retain'], /--keep-days: expected a number of days, at least 8, got ""/],
    [['retain', '--keep-days', '7'], /at least 8, got "7"/],
    [['retain', '--keep-days', '8', '--tz', 'Mars'], /--tz: expected an IANA time zone/],
    [['erase'], /Expected the id of one visitor/],
    [['erase', 'me'], /Expected the id of one visitor/],
  ])('%j is not understood, and says what was expected', async (args, reason) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(reason) })
  })
})

test.each([[[]], [['--help']], [['help']]])('all commands are listed for %j', async (args) => {
  const { code, out } = await run(...args)
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^ {2}seed {8}fills a store/m) })
})

test.each(Object.keys(commands))('helptally %s --help says how it is called, and does nothing', async (name) => {
  const { code, out } = await run(name, '--help')
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(new RegExp(`^helptally ${name}\\b`)) })
})

test('a command whose reader has read enough, as head has, ends as it would have', async () => {
  const bin = fileURLToPath(new URL('../bin/helptally.js', import.meta.url))
  const child = spawn(process.execPath, [bin, 'simulate', '--list'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.stdout.destroy()
  const [code] = await once(child, 'close')
  expect({ code, said }).toEqual({ code: 0, said: [] })
})

describe('helptally tickets', () => {
  const rows = 'ticket,at,ref\nT-1,2026-03-10T12:00:00Z,r-1\nT-2,yesterday,r-2\n'

  test('takes the rows of a file that are good, and names the others', async () => {
    const [folder, file] = [await tempFolder(), join(await tempFolder(), 'tickets.csv')]
    await writeFile(file, rows)
    const { code, out, error } = await run('tickets', file, '--store', `duckdb:${folder}`, '--site', 'docs')
    expect({ code, out, error }).toEqual({
      code: 1,
      out: `[helptally] duckdb:${folder} has taken 1 of 2 tickets.`,
      error: `[helptally] ${file}, row 2 (T-2): at: expected an instant such as 2026-11-01T09:30:00Z, or epoch milliseconds`,
    })
    const store = await tempStore({ folder })
    expect(await store.query('select t.site, t.ticket from tickets t')).toEqual([{ site: 'docs', ticket: 'T-1' }])
  })

  test('takes JSON, and says what it cannot read', async () => {
    const [folder, file] = [await tempFolder(), join(await tempFolder(), 'tickets.json')]
    await writeFile(file, '[{ "ticket": 1, "at": 1773144000000, "ref": "r-1" }]')
    const of = ['--store', `duckdb:${folder}`, '--site', 'docs']
    expect(await run('tickets', file, ...of)).toMatchObject({ code: 0, error: '' })
    await writeFile(file, rows)
    expect(await run('tickets', file, ...of)).toMatchObject({ code: 1, out: '' })
  })

  test.each([
    [['tickets', '--site', 'docs']],
    [['tickets', 'a.csv', 'b.csv', '--site', 'docs']],
    [['tickets', 'a.csv']],
  ])('needs one file and a site: %j', async (args) => {
    expect((await run(...args)).code).toBe(2)
  })
})
