import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { toLine } from '../src/log/toLine.js'
import { canonicalJson } from '../src/statements/canonicalJson.js'
import { MINUTE, opening, progress, rowsOf, SITE } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import {
  AFTER,
  FIRST_DAY,
  idAt,
  rowsIn,
  SECOND_DAY,
  stated,
  stateStore,
  threeDays,
  threeStated,
} from './helpers/statements.js'
import { storeProcess } from './helpers/storeProcess.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const TAB = randomUUID()
const EQUAL = { equal_days: 3, unequal_days: [], counts: [], events: [], more_events: 0 }

describe('a store that nobody has touched', () => {
  test('is equal, in a site that runs, too', async () => {
    const events = threeDays()
    const folder = await tempFolder()
    const site = storeProcess(folder)
    await site.append(rowsIn(events))
    await site.health()
    const { verify } = await stateStore(folder)
    expect(await verify()).toMatchObject({ code: 0, found: { equal: true, problems: [], store: EQUAL } })
  })

  test('is equal after events of other days and of other sites', async () => {
    const { folder, verify } = await threeStated()
    const store = await tempStore({ folder })
    const far = { tabId: randomUUID() }
    await store.append(
      rowsOf(
        opening({ ...far, ts: AFTER }),
        opening({ ...far, ts: FIRST_DAY - 1, seq: 2 }),
        opening({ ts: SECOND_DAY, site: 'another', tabId: randomUUID() }),
      ),
    )
    await store.close()
    expect(await verify()).toMatchObject({ code: 0, found: { equal: true, store: EQUAL } })
  })

  test('is equal as a backup', async () => {
    const { folder, verify } = await threeStated()
    const copy = join(await tempFolder(), 'copy')
    const store = await tempStore({ folder })
    await store.backup(copy)
    await store.close()
    expect(await verify('--store', `duckdb:${copy}`)).toMatchObject({ code: 0, found: { equal: true, store: EQUAL } })
  })
})

test('another store that took the export of one is equal to its statement', async () => {
  const { folder, verify } = await threeStated()
  const [other, file] = [await tempFolder(), join(await tempFolder(), 'events.ndjson')]
  await runInTerminal(['export', '--site', SITE, '--out', file, '--store', `duckdb:${folder}`])
  await runInTerminal(['import', file, '--store', `duckdb:${other}`])
  expect(await verify('--store', `duckdb:${other}`)).toMatchObject({ code: 0, found: { equal: true, store: EQUAL } })
})

describe('of a store that somebody has tampered with', () => {
  test.each([
    ['its time, by a millisecond', 'ts = ts + 1'],
    ['its corrected time, by a millisecond', '"at" = "at" + 1'],
    ['its entry', "entry = 'search_enter'"],
    ['its article', "article_id = 'other'"],
    ['its visitor', 'visitor_id = uuid()'],
    ['an empty list for none', 'filters = []'],
  ])('an event is named that had changed %s', async (_, change) => {
    const { events, tamper, verify } = await threeStated()
    const { id } = events.first
    await tamper(`update events set ${change} where event_id = '${id}'`)
    const { code, found } = await verify()
    expect(code).toBe(1)
    expect(found.store).toMatchObject({
      equal_days: 2,
      unequal_days: ['2024-10-26'],
      events: [{ id, what: 'changed', date: '2024-10-26', why: null, now: null }],
    })
  })

  test('a changed entry is counted otherwise by the log, although the roll-up still says the same', async () => {
    const { events, tamper, verify } = await threeStated()
    await tamper(`update events set entry = 'search_enter' where event_id = '${events.first.id}'`)
    const { found } = await verify()
    expect(found.store!.counts).toContainEqual({
      date: '2024-10-26',
      by: 'log',
      count: 'sessions.direct_link',
      says: 1,
      found: 0,
    })
    expect(found.store!.counts.every(({ by }) => by === 'log')).toBe(true)
  })

  test('a session that was put into the roll-up alone is a count that differs', async () => {
    const { tamper, verify } = await threeStated()
    await tamper('insert into sessions select * replace (uuid() as id) from sessions limit 1')
    const { code, found } = await verify()
    expect({ code, unequal: found.store!.unequal_days }).toEqual({ code: 1, unequal: [] })
    expect(found.store!.counts.map(({ by, count }) => `${by} ${count}`)).toContain('report sessions.sessions')
  })

  test('an event is named that is missing, and its count', async () => {
    const { events, tamper, verify } = await threeStated()
    const { id } = events.firstEnd
    await tamper(`delete from events where event_id = '${id}'`)
    const { code, found } = await verify()
    expect(code).toBe(1)
    expect(found.store).toMatchObject({
      unequal_days: ['2024-10-26'],
      events: [{ id, what: 'missing', date: '2024-10-26', why: null }],
      counts: [{ date: '2024-10-26', by: 'report', count: 'events.stored', says: 2, found: 1 }],
    })
  })

  test('an event is named that was added, also a second one of the same id', async () => {
    const { events, tamper, verify } = await threeStated()
    const id = idAt(SECOND_DAY)
    await tamper(
      `insert into events select * replace ('${id}'::uuid as event_id) from events where event_id = '${events.orphan.id}'`,
      `insert into events select * replace (seq + 1 as seq) from events where event_id = '${events.third.id}'`,
    )
    const { code, found } = await verify()
    expect(code).toBe(1)
    expect(found.store!.events).toEqual([
      { id, what: 'added', date: '2024-10-27', why: null, now: null },
      { id: events.third.id, what: 'added', date: '2024-10-28', why: null, now: null },
    ])
  })

  test('two events are named that changed their days', async () => {
    const { events, tamper, verify } = await threeStated()
    const { first, third } = events
    await tamper(
      `update events set "at" = case when event_id = '${first.id}' then ${third.ts} else ${first.ts} end
       where event_id in ('${first.id}', '${third.id}')`,
    )
    const { code, found } = await verify()
    expect(code).toBe(1)
    expect(found.store!.events).toEqual([
      { id: first.id, what: 'changed', date: '2024-10-26', why: 'moved', now: { site: SITE, date: '2024-10-28' } },
      { id: third.id, what: 'changed', date: '2024-10-28', why: 'moved', now: { site: SITE, date: '2024-10-26' } },
    ])
  })

  test('an event is named that was moved out of the period, or into another site', async () => {
    const { events, tamper, verify } = await threeStated()
    const { orphan, third } = events
    await tamper(
      `update events set "at" = ${AFTER} where event_id = '${third.id}'`,
      `update events set site = 'another' where event_id = '${orphan.id}'`,
    )
    expect((await verify()).found.store!.events).toEqual([
      {
        id: orphan.id,
        what: 'changed',
        date: '2024-10-27',
        why: 'moved',
        now: { site: 'another', date: '2024-10-27' },
      },
      { id: third.id, what: 'changed', date: '2024-10-28', why: 'moved', now: { site: SITE, date: '2024-10-29' } },
    ])
  })

  test('ten thousand events are named, and the others counted', async () => {
    const day = Array.from({ length: 10_050 }, (_, i) => {
      const ts = FIRST_DAY + i
      return progress({ id: idAt(ts), ts, seq: i + 1, tabId: TAB, activeAt: ts })
    })
    const { tamper, verify } = await stated(rowsOf(...day))
    await tamper('delete from events where seq % 2 = 0', 'update events set seq = seq + 1')
    const { found } = await verify()
    const ids = day.map(({ id }) => id).sort()
    expect(found.store!.events.map(({ id }) => id)).toEqual(ids.slice(0, 10_000))
    expect(found.store!.more_events).toBe(50)
    expect(found.store!.events.filter(({ what }) => what === 'missing')).toHaveLength(5_000)
  })
})

describe('of what a store does by itself', () => {
  test('an event that comes late is named as late', async () => {
    const { folder, verify } = await threeStated()
    const late = opening({ ts: SECOND_DAY + MINUTE, tabId: randomUUID() })
    const store = await tempStore({ folder })
    await store.append([toLine(late, AFTER, late.ts)])
    await store.close()
    const { code, found } = await verify()
    expect(code).toBe(1)
    expect(found.store).toMatchObject({ events: [{ id: late.id, what: 'added', date: '2024-10-27', why: 'late' }] })
  })

  test('what was forgotten for its age is named as forgotten', async () => {
    const { events, folder, verify } = await threeStated()
    const store = await tempStore({ folder })
    await store.forgetBefore(SECOND_DAY + 1)
    await store.close()
    const { found } = await verify()
    expect(found.store!.forgotten_before).toBe(new Date(SECOND_DAY + 1).toISOString())
    expect(found.store!.events).toEqual(
      [events.first, events.firstEnd, events.orphan].map(({ id }) => ({
        id,
        what: 'missing',
        date: id === events.orphan.id ? '2024-10-27' : '2024-10-26',
        why: 'forgotten',
        now: null,
      })),
    )
  })

  test('what a visitor had erased is missing, beside how many were erased since', async () => {
    const { events, folder, verify } = await threeStated()
    const store = await tempStore({ folder })
    await store.eraseVisitor(events.third.visitorId)
    await store.close()
    const { code, found } = await verify()
    expect(code).toBe(1)
    expect(found.store).toMatchObject({
      events: [{ id: events.third.id, what: 'missing', date: '2024-10-28', why: null }],
      erased_since: 1,
    })
  })
})

describe('of a statement that somebody has tampered with', () => {
  test('a count that was edited is named, by its day, by its sum and by the store', async () => {
    const { edit, verify } = await threeStated()
    await edit((text) =>
      text.replace('"direct_link":1,"search_enter":0,"sessions":1}', '"direct_link":1,"search_enter":0,"sessions":2}'),
    )
    const { code, found } = await verify()
    expect(code).toBe(1)
    expect(found.problems).toContainEqual({ what: 'signature' })
    expect(found.problems).toContainEqual({ what: 'day', date: '2024-10-26' })
    expect(found.store!.counts).toContainEqual({
      date: '2024-10-26',
      by: 'report',
      count: 'sessions.sessions',
      says: 2,
      found: 1,
    })
    expect(found.problems).toContainEqual(expect.objectContaining({ what: 'sum', date: '2024-10-26' }))
  })

  test('is found out although all of its sums and hashes were made anew', async () => {
    const { edit, verify } = await threeStated()
    await edit((text) => {
      const statement = JSON.parse(text)
      return canonicalJson({ ...statement, made_at: '2024-11-01T00:00:00.000Z' })
    })
    expect(await verify()).toMatchObject({ code: 1, found: { problems: [{ what: 'signature' }], store: EQUAL } })
  })

  test('another order of its days, another end, another writing are each named', async () => {
    const { edit, verify, read, file } = await threeStated()
    const whole = await readFile(file, 'utf8')
    const statement = await read()
    const [one, two, three] = statement.days
    await edit(() => canonicalJson({ ...statement, days: [two, one, three] }))
    expect((await verify()).found.problems).toEqual(
      expect.arrayContaining([
        { what: 'calendar', date: '2024-10-27' },
        { what: 'chain', date: '2024-10-27' },
      ]),
    )
    await edit(() => canonicalJson({ ...statement, days: [one, two] }))
    expect((await verify()).found.problems).toEqual(
      expect.arrayContaining([
        { what: 'calendar', date: '2024-10-29' },
        expect.objectContaining({ what: 'sum', date: null }),
      ]),
    )
    await edit(() => JSON.stringify(statement, null, 2))
    expect(await verify()).toMatchObject({ code: 1, found: { problems: [{ what: 'form' }] } })
    // A reader sees the first of two counts, JSON.parse the second.
    await edit(() => whole.replace('"site":"docs"', '"site":"shop","site":"docs"'))
    expect((await verify()).found.problems).toEqual([{ what: 'form' }])
  })

  test('another list of events names nobody, and an absent one neither; the day is named', async () => {
    const { events, manifest, tamper, verify } = await threeStated()
    const lines = gunzipSync(await readFile(manifest)).toString()
    await writeFile(manifest, gzipSync(lines.replace(events.third.id, events.orphan.id)))
    expect(await verify()).toMatchObject({
      code: 1,
      found: { problems: [], manifest: { is: 'changed' }, store: EQUAL },
    })
    await rm(manifest)
    await tamper(`delete from events where event_id = '${events.third.id}'`)
    expect(await verify()).toMatchObject({
      code: 1,
      found: { manifest: { is: 'absent' }, store: { unequal_days: ['2024-10-28'], events: [] } },
    })
  })

  test('an edited signature is named', async () => {
    const { edit, verify } = await threeStated()
    await edit((text) =>
      text.replace(/"signature":"../, (start) => `${start.slice(0, -2)}${start.endsWith('AA') ? 'BB' : 'AA'}`),
    )
    expect(await verify()).toMatchObject({ code: 1, found: { problems: [{ what: 'signature' }] } })
  })

  test('one signed anew by another key is good by itself, with a warning, and not by the key that was given', async () => {
    const kept = await threeStated()
    const other = await stateStore(kept.folder)
    const self = await runInTerminal(['verify', other.file, '--store', `duckdb:${kept.folder}`])
    expect(self).toMatchObject({ code: 0, out: expect.stringContaining('Warning: checked by the key inside') })
    const { found } = await other.verify('--public-key', kept.publicKey)
    expect(found.problems).toEqual([
      { what: 'key', given: (await kept.read()).key.id, found: (await other.read()).key.id },
      { what: 'signature' },
    ])
  })

  test('who signs anew under the id of another key is not believed', async () => {
    const { edit, file, read } = await threeStated()
    const { signature: _, ...signed } = await read()
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const own = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const forged = { ...signed, key: { id: signed.key.id, public: own } }
    const signature = sign(null, Buffer.from(canonicalJson(forged)), privateKey).toString('base64')
    await edit(() => canonicalJson({ ...forged, signature }))
    const { code, out } = await runInTerminal(['verify', file, '--json'])
    expect({ code, problems: JSON.parse(out).problems }).toEqual({ code: 1, problems: [{ what: 'signature' }] })
  })
})

describe('helptally verify', () => {
  test('tells in words what it found, in both languages', async () => {
    const { events, tamper, file, folder, publicKey } = await threeStated()
    await tamper(`delete from events where event_id = '${events.firstEnd.id}'`)
    const args = ['verify', file, '--public-key', publicKey, '--store', `duckdb:${folder}`]
    const [en, es] = [await runInTerminal(args), await runInTerminal([...args, '--lang', 'es'])]
    expect(en.out).toContain(`2024-10-26: event ${events.firstEnd.id} is missing.`)
    expect(es.out).toContain(`2024-10-26: falta el evento ${events.firstEnd.id}.`)
    expect(es.out.split('\n')).toHaveLength(en.out.split('\n').length)
    expect(en.progress.at(-1)).toBe('[helptally] 3 of 3 days, 4 events')
  })

  test('is interrupted', async () => {
    const { file, folder } = await threeStated()
    const ran = await runInTerminal(['verify', file, '--store', `duckdb:${folder}`], {
      interruptedAt: 0,
    })
    expect(ran.code).toBe(130)
  })

  test('does not understand what is no statement, nor a key that is none', async () => {
    const { file, edit, publicKey } = await threeStated()
    const folder = await tempFolder()
    const rsa = join(folder, 'rsa.pem')
    const { publicKey: other } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    await writeFile(rsa, other.export({ type: 'spki', format: 'pem' }))
    expect(await runInTerminal(['verify', file, '--public-key', rsa])).toMatchObject({
      code: 1,
      error: expect.stringContaining('expected a public key for Ed25519'),
    })
    for (const [args, reason] of [
      [[], /Expected one statement, got 0/],
      [[file, '--lang', 'fr'], /--lang: expected en or es, got "fr"/],
      [[join(folder, 'none.json')], /expected a statement, which can be read/],
      [[publicKey], /expected a statement, as helptally statement writes it/],
    ] as const)
      expect(await runInTerminal(['verify', ...args])).toMatchObject({ code: 2, error: expect.stringMatching(reason) })
    await edit((text) => text.replace('"sessions":1', '"sessions":-1'))
    expect(await runInTerminal(['verify', file])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/days\.0\.\S+: expected what helptally statement writes there/),
    })
    await edit((text) => text.replace('"version":1', '"version":2'))
    expect((await runInTerminal(['verify', file])).error).toMatch(/expected a statement of version 1, got 2/)
  })
})
