import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { linesOfFacts } from '../src/conversations/linesOfFacts.js'
import { createPseudonyms } from '../src/conversations/pseudonyms.js'
import { ERASED_FOR_MS } from '../src/store/duckdb/eraseVisitor.js'
import type { Store } from '../src/store/store.js'
import { ENGINES } from './helpers/engines.js'
import { MINUTE, NOON, opening, rowsOf, SITE, search } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { setEnv, tempFolder, tempStore } from './helpers/temp.js'

const eventsOf = async (store: Store, visitor: string): Promise<number> =>
  (
    await store.query<{ n: number }>('select count(*) as n from events e where e.visitor_id = $visitor::uuid', {
      visitor,
    })
  )[0]!.n

describe.each(ENGINES)('an erased visitor ($name)', (engine) => {
  test('is not brought back by what a page sends late, nor in sessions', async () => {
    const store = await engine.open()
    const [gone, stays] = [opening({ visitorId: randomUUID() }), opening({ visitorId: randomUUID() })]
    await store.append(rowsOf(gone, stays))
    expect(await store.eraseVisitor(gone.visitorId)).toBe(1)
    await store.append(rowsOf(gone, opening({ visitorId: gone.visitorId }), opening({ visitorId: stays.visitorId })))
    expect(await eventsOf(store, gone.visitorId)).toBe(0)
    expect(await eventsOf(store, stays.visitorId)).toBe(2)
    expect(await store.query('select distinct s.visitor_id from sessions s')).toEqual([{ visitor_id: stays.visitorId }])
  })

  test('stays away when the store is opened again', async () => {
    const home = await engine.home()
    const event = opening()
    const first = await engine.open({ home })
    await first.eraseVisitor(event.visitorId)
    await first.close()
    const second = await engine.open({ home })
    await second.append(rowsOf(event))
    expect(await eventsOf(second, event.visitorId)).toBe(0)
  })

  test('is let in again when no page can send late any more, and is not remembered longer', async () => {
    let now = NOON
    const store = await engine.open({ now: () => now })
    const { visitorId } = opening()
    await store.eraseVisitor(visitorId)
    now += ERASED_FOR_MS - 1
    await store.append(rowsOf(opening({ visitorId })))
    expect(await eventsOf(store, visitorId)).toBe(0)
    now += 1
    await store.append(rowsOf(opening({ visitorId })))
    expect(await eventsOf(store, visitorId)).toBe(1)
    now += 60 * MINUTE
    expect(await store.query('select * from erased')).toEqual([])
  })

  test('is remembered by a hash, and leaves no byte in a copy of the store', async () => {
    const store = await engine.open()
    const { visitorId } = opening()
    await store.append(rowsOf(search({ visitorId, query: 'something private' }), opening({ visitorId: randomUUID() })))
    await store.eraseVisitor(visitorId)
    const visitor_hash = createHash('sha256').update(visitorId).digest('hex')
    expect(await store.query('select t.visitor_hash from erased t')).toEqual([{ visitor_hash }])
    const copy = await tempFolder()
    await store.backup(copy)
    expect((await readFile(join(copy, 'helptally.duckdb'))).includes('something private')).toBe(false)
  })
})

describe('helptally erase --platform-visitor', () => {
  const SECRET = 'a-long-random-text'
  const [HERS, HIS] = ['+34 600 123 456', 'ig-17841400']

  /** A store that keeps a message of each. */
  async function told(): Promise<{ folder: string; left: () => Promise<number> }> {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    const pseudonyms = createPseudonyms(SECRET)
    const facts = ['34600123456', HIS].map((visitor) => ({
      ...{ id: visitor, channel: 'whatsapp', conversation: visitor, visitor, at: NOON, type: 'message', by: 'user' },
    }))
    await store.append(linesOfFacts(facts, { site: SITE, label: '', receivedAt: NOON, pseudonyms }).lines)
    await store.close()
    const left = async () => (await (await tempStore({ folder })).query('select * from conversation_sessions')).length
    return { folder, left }
  }

  const erase = (folder: string, ...args: readonly string[]) =>
    runInTerminal(['erase', '--store', `duckdb:${folder}`, '--site', SITE, '--platform-visitor', ...args])

  test('erases whom a platform knows by a number, with the secret of the site', async () => {
    setEnv('HELPTALLY_PSEUDONYM_SECRET', SECRET)
    const { folder, left } = await told()
    expect(await erase(folder, HERS)).toMatchObject({ code: 0, out: expect.stringContaining('erased 1 events') })
    expect(await left()).toBe(1)
  })

  test('reads the id from the standard input, with the server key where there is no secret', async () => {
    setEnv('HELPTALLY_SERVER_KEY', SECRET)
    const { stdin } = process
    Object.defineProperty(process, 'stdin', { value: Readable.from([`${HIS}\n`]), configurable: true })
    const { folder, left } = await told()
    const { code } = await erase(folder, '-').finally(() => Object.defineProperty(process, 'stdin', { value: stdin }))
    expect([code, await left()]).toEqual([0, 1])
  })

  test('says that it found nobody, with another secret say, and is 1 then', async () => {
    setEnv('HELPTALLY_PSEUDONYM_SECRET', 'another')
    const { folder, left } = await told()
    expect(await erase(folder, HERS)).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/has nothing of that visitor\. Expected an id as the platform writes it/),
    })
    expect(await left()).toBe(2)
  })

  test.each([
    [
      ['--site', SITE, '--platform-visitor', HERS],
      /HELPTALLY_PSEUDONYM_SECRET, else HELPTALLY_SERVER_KEY, got neither/,
    ],
    [['--platform-visitor', HERS], /Expected --site <id>/],
    [['--site', SITE, '--platform-visitor', ''], /--platform-visitor: expected a platform's id/],
    [['--site', SITE, '--platform-visitor', HERS, randomUUID()], /by our id or by --platform-visitor, got both/],
  ])('is not understood without what it needs: %j', async (args, reason) => {
    expect(await runInTerminal(['erase', ...args])).toMatchObject({ code: 2, error: expect.stringMatching(reason) })
  })
})
