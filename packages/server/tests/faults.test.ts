import { randomUUID } from 'node:crypto'
import { appendFile, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { collect, type TestCollector } from './helpers/collect.js'
import { opening, rowsOf, SITE } from './helpers/events.js'
import { canMount, smallDisk } from './helpers/smallDisk.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const DAY = `site=${SITE}&from=2026-03-10&to=2026-03-11`
const reason = (text: string): unknown => ({ ready: false, reason: expect.stringContaining(text) })

const sessionsIn = async (site: TestCollector): Promise<unknown> =>
  (await site.get(`reports/sessions?${DAY}`)).body.totals?.sessions

/** A site whose store has one session, and is closed. */
async function leftBehind(): Promise<string> {
  const folder = await tempFolder()
  const store = await tempStore({ folder })
  await store.append(rowsOf(opening()))
  await store.query('checkpoint')
  await store.close()
  return folder
}

const siteAt = async (folder: string): Promise<TestCollector> =>
  collect({ store: await tempStore({ folder, log: () => undefined }), site: SITE })

describe('a damaged database', () => {
  test.each([
    ['overwritten', (file: string) => writeFile(file, 'no database'.repeat(1_000))],
    ['with a damaged head', (file: string) => scribble(file, 4_096)],
    ['with a damaged block', (file: string) => scribble(file, 12_288)],
  ])('%s stops reports, not events, and the health says what to do', async (_, damage) => {
    const folder = await leftBehind()
    const file = join(folder, 'helptally.duckdb')
    const whole = await readFile(file)
    await damage(file)

    const store = await tempStore({ folder, log: () => undefined })
    const site = await collect({ store, site: SITE })
    expect((await site.events(opening())).status).toBe(202)
    const refused = await site.get(`reports/sessions?${DAY}`)
    expect({ status: refused.status, after: refused.headers.get('retry-after') }).toEqual({ status: 503, after: '5' })
    expect(await site.get('health')).toMatchObject({ status: 503, body: reason('is damaged') })
    expect((await site.events(opening())).status).toBe(202)

    await store.close()
    await rm(`${file}.wal`, { force: true })
    await writeFile(file, whole)
    const restored = await siteAt(folder)
    expect(await sessionsIn(restored)).toBe(3)
    expect(await restored.get('health')).toMatchObject({ status: 200, body: { ready: true, reason: null } })
  })
})

describe('a damaged segment', () => {
  test('is taken in without its damaged lines, which are kept and told of', async () => {
    const folder = await leftBehind()
    const [first, second] = rowsOf(opening(), opening()).map((row) => `${JSON.stringify(row)}\n`)
    const segment = join(folder, 'log', 'k0-1-000001.jsonl')
    await writeFile(segment, first!)
    await appendFile(segment, Buffer.from([0, 0, 0xff, 0x0a]))
    await appendFile(segment, `${first!.slice(9, 40)}\n${second}`)

    const site = await siteAt(folder)
    expect(await sessionsIn(site)).toBe(3)
    const { status, body } = await site.get('health')
    expect({ status, body }).toEqual({
      status: 200,
      body: expect.objectContaining({ ready: true, reason: expect.stringContaining('*.damaged') }),
    })
    const kept = await readdir(join(folder, 'log'))
    expect(kept).toEqual(['k0-1-000001.jsonl.damaged'])
    const lines = await readFile(join(folder, 'log', kept[0]!))
    expect(lines.toString('latin1')).toBe(`\0\0\xff\n${first!.slice(9, 40)}\n`)
  })
})

test('a store where no folder can be is refused at once, below /proc, too', async () => {
  const site = await siteAt('/proc/helptally/store')
  expect(await site.events(opening())).toMatchObject({ status: 503, body: { error: expect.any(String) } })
  expect(await site.get('health')).toMatchObject({ status: 503, body: reason('cannot write to /proc/helptally') })
})

const onMounts = canMount ? describe : describe.skip

onMounts('a disk', () => {
  test('that is full refuses events with 503, says so, and counts what it acknowledged once there is room', async () => {
    const { folder } = await smallDisk(8 * 1024 * 1024)
    const site = await siteAt(join(folder, 'store'))
    let acknowledged = 0
    const post = async (): Promise<number> => {
      const events = Array.from({ length: 50 }, () => opening({ page: `/${'p'.repeat(400)}`, id: randomUUID() }))
      const { status, headers } = await site.events(...events)
      if (status === 202) acknowledged += events.length
      else expect({ status, after: headers.get('retry-after') }).toEqual({ status: 503, after: '5' })
      return status
    }
    expect(await post()).toBe(202)
    expect(await sessionsIn(site)).toBe(acknowledged)
    const filler = join(folder, 'filler')
    await writeFile(filler, '')
    while (await grows(filler));

    let refused = 0
    while (refused < 20) if ((await post()) === 503) refused++
    expect(await site.get('health')).toMatchObject({ status: 503, body: reason('ENOSPC') })
    // What was refused has left at most the one segment that it was to be a part of.
    expect((await readdir(join(folder, 'store', 'log'))).length).toBeLessThanOrEqual(2)

    await rm(filler)
    expect(await post()).toBe(202)
    expect(await sessionsIn(site)).toBe(acknowledged)
    expect(await site.get('health')).toMatchObject({ status: 200, body: { ready: true } })
  })

  test('that has become read-only refuses events with 503, says so, and goes on afterwards', async () => {
    const disk = await smallDisk(32 * 1024 * 1024)
    const before = await tempStore({ folder: disk.folder })
    await before.append(rowsOf(opening()))
    // With a file open for writing, the system refuses the change.
    await before.close()
    disk.becomeReadOnly()
    const site = await siteAt(disk.folder)
    expect(await site.events(opening())).toMatchObject({ status: 503 })
    expect(await site.get(`reports/sessions?${DAY}`)).toMatchObject({ status: 503 })
    expect(await site.get('health')).toMatchObject({ status: 503, body: reason('EROFS') })
    disk.becomeWritable()
    expect((await site.events(opening())).status).toBe(202)
    expect(await sessionsIn(site)).toBe(2)
  })
})

/** Writes over some bytes, as a failing disk does. */
async function scribble(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(2_048, 7), 0, 2_048, at)
  await handle.close()
}

/** Until the disk is full. */
async function grows(file: string): Promise<boolean> {
  return appendFile(file, Buffer.alloc(4_096)).then(
    () => true,
    () => false,
  )
}
