import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { addressOf } from '../src/store/duckdb/wire/address.js'
import type { Store } from '../src/store/store.js'
import { isUnavailable } from '../src/storeUnavailable.js'
import { opening, rowsOf } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { storeProcess } from './helpers/storeProcess.js'
import { afterTest, tempFolder, tempStore } from './helpers/temp.js'

/** Many processes on few cores. */
const count = async (store: Store): Promise<number> =>
  (await store.query<{ n: number }>('select count(*) as n from events'))[0]!.n

const onPosix = process.platform === 'win32' ? test.skip : test

describe('of several processes on one store', () => {
  test('each answers at once for what every one of them has acknowledged', async () => {
    const folder = await tempFolder()
    const stores = [storeProcess(folder), storeProcess(folder), await tempStore({ folder })]
    let acknowledged = 0
    for (const writer of stores) {
      await writer.append(rowsOf(opening()))
      acknowledged++
      for (const reader of stores) expect(await count(reader)).toBe(acknowledged)
    }
    const owners = await Promise.all(stores.map(async (store) => (await store.health()).owner))
    expect(new Set(owners).size).toBe(1)
  })

  test('each says the same of values, and of a statement that fails', async () => {
    const folder = await tempFolder()
    const owner = storeProcess(folder)
    await owner.health()
    const guest = await tempStore({ folder })
    const sql = 'select $text as text, ($list::bigint[])[1] as number, $none::int as none, 0.1 + 0.2 as sum'
    const params = { text: 'a\u2028b\n"ñ😀', list: [2 ** 40], none: null }
    expect(await guest.query(sql, params)).toEqual(await owner.query(sql, params))
    const failure = (store: Store): Promise<unknown> => store.query('select no_such').catch(({ message }) => message)
    expect(await failure(guest)).toEqual(await failure(owner))
  })

  test('one erases a visitor from the log of another', async () => {
    const folder = await tempFolder()
    const [owner, guest] = [storeProcess(folder), storeProcess(folder)]
    await owner.health()
    const event = opening()
    await owner.append(rowsOf(event))
    expect(await guest.eraseVisitor(event.visitorId)).toBe(1)
    expect(await count(owner)).toBe(0)
  })

  onPosix('those that ask one that is stopped hear so, and are answered when it goes on', async () => {
    const folder = await tempFolder()
    const owner = storeProcess(folder)
    await owner.health()
    const guest = await tempStore({ folder })
    expect(await count(guest)).toBe(0)
    owner.signal('SIGSTOP')
    await guest.append(rowsOf(opening()))
    const refused = await guest.query('select 1').catch((error: unknown) => error)
    expect(isUnavailable(refused) && refused.message).toMatch(/has been silent for 6 s/)
    owner.signal('SIGCONT')
    expect(await count(guest)).toBe(1)
  })

  test('one that is stopped holds back only what it acknowledged itself', async () => {
    const folder = await tempFolder()
    const [owner, stopped] = [storeProcess(folder), storeProcess(folder)]
    await owner.append(rowsOf(opening()))
    expect(await owner.health()).toMatchObject({ owner: owner.pid })
    expect(await count(stopped)).toBe(1)
    await stopped.append(rowsOf(opening()))
    stopped.signal('SIGSTOP')
    await owner.append(rowsOf(opening()))
    // Or three, when a drain came between.
    expect(await count(owner)).toBeGreaterThanOrEqual(2)
    stopped.signal('SIGCONT')
    expect(await count(stopped)).toBe(3)
  })

  test('the next one answers when the owner is killed, for its last events, too', async () => {
    const folder = await tempFolder()
    const stores = [storeProcess(folder), storeProcess(folder), storeProcess(folder)]
    let acknowledged = 0
    for (const left of [3, 2, 1]) {
      for (const store of stores) await store.append(rowsOf(opening()))
      acknowledged += left
      const { owner } = await stores[0]!.health()
      const at = stores.findIndex(({ pid }) => pid === owner)
      if (left > 1) {
        await stores[at]!.kill()
        stores.splice(at, 1)
      }
      for (const store of stores) expect(await count(store)).toBe(acknowledged)
    }
  })

  test('another one takes over before anybody asks', async () => {
    const folder = await tempFolder()
    const owner = storeProcess(folder)
    await owner.health()
    const guest = storeProcess(folder)
    expect(await guest.health()).toMatchObject({ owner: owner.pid })
    await owner.kill()
    const shell = (): Promise<string> => tryToHold(folder)
    while ((await shell()) === 'held');
    expect(await guest.health()).toMatchObject({ ready: true, owner: guest.pid })
  })

  test('those of node:cluster replace their owner like others', async () => {
    const script = fileURLToPath(new URL('./children/cluster.mjs', import.meta.url))
    const child = spawn(process.execPath, [script, await tempFolder()], { stdio: ['ignore', 'pipe', 'inherit'] })
    afterTest(async () => child.kill('SIGKILL'))
    const { before, after, left } = JSON.parse(await text(child.stdout))
    expect(new Set(before).size).toBe(1)
    expect(new Set(after).size).toBe(1)
    expect(left).toContain(after[0])
  })

  test('the command line is one more', async () => {
    const folder = await tempFolder()
    const site = storeProcess(folder)
    await site.append(rowsOf(opening()))
    await site.health()
    expect(await runInTerminal(['health', '--store', `duckdb:${folder}`])).toMatchObject({ code: 0 })
    const { out } = await runInTerminal(['seed', '--store', `duckdb:${folder}`, '--site', 'other', '--days', '1'])
    const seeded = Number(/\((\d+) events\)/.exec(out)![1])
    expect(await count(site)).toBe(seeded + 1)
    expect(await site.health()).toMatchObject({ owner: site.pid })
  })
})

/** Tries to open the database as a shell would, and lets go of it. */
async function tryToHold(folder: string): Promise<'held' | 'refused'> {
  const child = spawn(process.execPath, [SHELL, folder], { stdio: ['ignore', 'pipe', 'ignore'] })
  const held = once(child.stdout, 'data').then(() => 'held' as const)
  const exit = once(child, 'exit')
  const got = await Promise.race([held, exit.then(() => 'refused' as const)])
  child.kill('SIGKILL')
  await exit
  return got
}

const SHELL = fileURLToPath(new URL('./children/shell.mjs', import.meta.url))

test('a store that a database shell has open takes events, says who holds it, and answers afterwards', async () => {
  const folder = await tempFolder()
  const shell = spawn(process.execPath, [SHELL, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  afterTest(async () => shell.kill('SIGKILL'))
  await once(shell.stdout, 'data')
  const store = await tempStore({ folder, log: () => undefined })
  await store.append(rowsOf(opening()))

  const refused = await store.query('select 1').catch((error: unknown) => error)
  expect(isUnavailable(refused) && refused.message).toMatch(
    new RegExp(`^\\[helptally\\] The store .* is held by another process, .*\\(PID ${shell.pid}\\), which `),
  )
  expect(await store.health()).toMatchObject({ ready: false, reason: expect.stringContaining('another process') })

  shell.kill('SIGKILL')
  await once(shell, 'exit')
  expect(await count(store)).toBe(1)
})

describe('the owner of a store', () => {
  onPosix('is reached by its own user only', async () => {
    const folder = join(await tempFolder(), 'store')
    await (await tempStore({ folder })).health()
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'owner'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'owner', 'socket'))).isSocket()).toBe(true)
  })

  onPosix('is reached in a folder whose path is longer than that of a socket may be', async () => {
    const folder = join(await tempFolder(), 'a'.repeat(60), 'b'.repeat(60))
    await mkdir(folder, { recursive: true })
    const owner = storeProcess(folder)
    await owner.append(rowsOf(opening()))
    await owner.health()
    const guest = await tempStore({ folder })
    expect(await count(guest)).toBe(1)
    expect(await guest.health()).toMatchObject({ owner: owner.pid })
    expect(await readdir(folder)).not.toContain('owner')
    const place = dirname(addressOf(folder))
    expect(place.split(sep)).not.toContain('b'.repeat(60))
    expect((await stat(place)).mode & 0o777).toBe(0o700)
    await guest.close()
    await owner.close()
    await expect(stat(place)).rejects.toThrow('ENOENT')
  })
})
