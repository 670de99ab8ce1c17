import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, opening, SITE, vote } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { storeProcess } from './helpers/storeProcess.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const PERIOD = ['--from', '2026-03-10', '--to', '2026-03-11']
const TAB = '0198c000-0000-7000-8000-00000000000a'

let folder: string

beforeEach(async () => {
  folder = await tempFolder()
})

/** Keeps these events as if a page had sent them, and closes the store. */
async function keep(...events: readonly unknown[]): Promise<void> {
  const store = await tempStore({ folder })
  const collector = await collect({ store, now: () => NOON + 60 * MINUTE })
  const { body } = await collector.post({ sentAt: NOON + 60 * MINUTE, events })
  expect(body.rejected).toEqual([])
  await collector.get('health')
  await store.close()
}

const recount = (...args: readonly string[]) =>
  runInTerminal(['recount', '--store', `duckdb:${folder}`, '--site', SITE, ...PERIOD, ...args])

const ID = (n: number): string => `0198d000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Opens at noon, and six minutes later, with what the page claims of the second. */
const twice = (claim: string | null) => [
  opening({ id: ID(1), tabId: TAB, seq: 1, ts: NOON, activeAt: null, sessionId: ID(1) }),
  opening({ id: ID(2), tabId: TAB, seq: 2, ts: NOON + 6 * MINUTE, activeAt: NOON, sessionId: claim }),
]

async function ruleFile(rules: unknown): Promise<string> {
  const file = join(await tempFolder(), 'rules.json')
  await writeFile(file, typeof rules === 'string' ? rules : JSON.stringify(rules))
  return file
}

describe('helptally recount', () => {
  test('is 0 when the pages claimed what the rulebook finds', async () => {
    await keep(...twice(ID(2)))
    const { code, out } = await recount()
    expect(out).toMatch(/^Recount of docs, 2026-03-10 up to 2026-03-11 \(UTC\), by the rulebook, version \d+$/m)
    expect(out).toMatch(/^Read: 2 events of 1 tabs and conversations\.$/m)
    expect(out).toMatch(/^Counted were 2 sessions, the rulebook finds 2\.$/m)
    expect(out).toMatch(/^Equal, event by event\.$/m)
    expect(out).toMatch(/^The reports count the sessions that the pages claimed\.$/m)
    expect(out).toMatch(/^2026-03-10 +2 +2$/m)
    expect(code).toBe(0)
  })

  test('is 1 when they did not, and names each event with the cause, in Spanish as well', async () => {
    await keep(...twice(ID(1)), vote({ id: ID(3), tabId: TAB, seq: 3, ts: NOON + 7 * MINUTE, sessionId: ID(1) }))
    const { code, out } = await recount()
    expect(out).toMatch(/^Counted were 1 sessions, the rulebook finds 2\.$/m)
    expect(out).toMatch(/^They differ at 2 events:\n {2}1 sessions that were not counted\n {2}1 events in another/m)
    expect(out).toContain(`  2026-03-10 ${ID(2)}: not counted (claim wrong)`)
    expect(out).toContain(`  2026-03-10 ${ID(3)}: in another session (claim wrong)`)
    expect(code).toBe(1)
    expect((await recount('--lang', 'es')).out).toContain(`${ID(2)}: no contada (afirmación errónea)`)
  })

  test('says when the reports count other sessions than the pages claimed', async () => {
    await keep(...twice(ID(2)))
    const store = await tempStore({ folder })
    await store.query('delete from sessions s where s.id = $id::uuid', { id: ID(2) })
    await store.close()
    const { code, out } = await recount()
    expect(out).toContain(`${ID(2)}: claimed, in no report`)
    expect(code).toBe(1)
  })

  test('says what other rules would change, on which day, and which sessions', async () => {
    await keep(...twice(ID(2)))
    const { code, out } = await recount('--rules', await ruleFile({ help: { idleMs: 600_000 } }))
    expect(out).toContain('help: the end when 10:00.000 without activity are reached')
    expect(out).toContain('1 sessions: 1 merge into one before, 0 split off.')
    expect(out).toContain(`2026-03-10 ${ID(2)} merges into ${ID(1)}`)
    expect(out).toMatch(/^2026-03-10 +2 +2 +1 +1 +0$/m)
    expect(code).toBe(0)
  })

  test('answers as JSON', async () => {
    await keep(...twice(null))
    const { code, out } = await recount('--json', '--tz', 'America/Bogota')
    expect(JSON.parse(out)).toMatchObject({
      site: SITE,
      from: '2026-03-10T05:00:00.000Z',
      tz: 'America/Bogota',
      isEqual: false,
      totals: { claimed: 1, found: 2 },
      differences: { not_claimed: 1, not_found: 0, elsewhere: 0 },
      named: [{ eventId: ID(2), kind: 'not_claimed', claimed: null, found: ID(2), cause: 'claim_wrong' }],
    })
    expect(code).toBe(1)
  })

  test('counts conversations by the same rules, and by others', async () => {
    const store = await tempStore({ folder })
    const collector = await collect({ store, site: SITE, serverKey: 'key', now: () => NOON + 60 * MINUTE })
    const said = (id: string, afterMs: number) => ({
      ...{ id, channel: 'web', conversation: 'chat', visitor: 'v', at: NOON + afterMs, type: 'message', by: 'user' },
    })
    await collector.send('POST', 'conversations', {
      body: JSON.stringify({ facts: [said('a', 0), said('b', 5 * MINUTE), said('c', 11 * MINUTE)] }),
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
    })
    await collector.get('health')
    await store.close()
    const equal = await recount('--rules', await ruleFile({ web: { idleEnds: 'reached' } }))
    expect(equal).toMatchObject({ code: 0, out: expect.stringMatching(/^2026-03-10 +2 +2 +3 +0 +1$/m) })
    expect(equal.out).toMatch(/2026-03-10 [\da-f-]{36} splits off [\da-f-]{36}/)

    const again = await tempStore({ folder })
    await again.query('delete from conversation_sessions s where s.started_at > $noon', { noon: NOON })
    await again.close()
    const { code, out } = await recount()
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/^Counted were 1 sessions, the rulebook finds 2\.$/m),
    })
    expect(out).toMatch(/[\da-f-]{36}: not counted \(claim wrong\)/)
  })

  test('works beside a site that runs', async () => {
    await keep(...twice(ID(2)))
    const site = storeProcess(folder)
    await site.health()
    expect(await recount()).toMatchObject({ code: 0 })
  })

  test.each([
    [['--from', '2026-03-10'], /Expected --site <id>, --from <date> and --to <date>/],
    [[...PERIOD, '--lang', 'fr'], /--lang: expected en or es, got "fr"/],
    [[...PERIOD, '--tz', 'Mars'], /tz: expected an IANA time zone/],
    [['--from', '2026-03-10', '--to', 'soon'], /to: expected/],
  ])('that is not understood says what was expected: %j', async (args, reason) => {
    const { code, error } = await runInTerminal(['recount', '--site', SITE, ...args])
    expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(reason) })
  })

  test.each([
    ['{ help', 'rules.json: expected JSON. '],
    ['7', 'expected an object of channels, got number'],
    [{ help: { idleMs: '10m' } }, 'help: idleMs: expected whole milliseconds'],
  ])('does not count by rules that are none: %j', async (rules, reason) => {
    expect(await recount('--rules', await ruleFile(rules))).toMatchObject({
      code: 1,
      error: expect.stringContaining(reason),
    })
  })
})

describe('an interrupted recount', () => {
  test('says how far it came, and what helps', async () => {
    await keep(...twice(ID(2)))
    const args = ['recount', '--store', `duckdb:${folder}`, '--site', SITE, ...PERIOD]
    expect(await runInTerminal(args, { interruptedAt: 0 })).toMatchObject({
      code: 130,
      out: '',
      error: '[helptally] Interrupted after nothing. With --checkpoint <file> it could go on from there.',
    })
  })

  const checkpointed = (file: string) => [
    ...['recount', '--store', `duckdb:${folder}`, '--site', SITE, ...PERIOD],
    ...['--json', '--checkpoint', file],
  ]

  test('goes on where it was, counts nothing twice, and leaves no checkpoint', async () => {
    await keep(...twice(ID(1)))
    const checkpoint = join(folder, 'checkpoint.json')
    expect(await runInTerminal(checkpointed(checkpoint), { interruptedAt: 1 })).toMatchObject({
      code: 130,
      out: '',
      error: '[helptally] Interrupted after 50% of 2 events. The same command goes on from there.',
    })
    const { code, out, error } = await runInTerminal(checkpointed(checkpoint))
    expect({ code, out }).toEqual({ code: 1, out: (await recount('--json')).out })
    expect(error).toBe('[helptally] Goes on where it was interrupted, after 50% of 2 events.')
    await expect(readFile(checkpoint)).rejects.toThrow(/ENOENT/)
  })

  test.each([
    ['of another question', '{"question":"another","progress":{"done":1}}', /another question was interrupted/],
    ['that is none', 'hello', /is no checkpoint/],
  ])('does not go on from a checkpoint %s', async (_, text, reason) => {
    const checkpoint = join(folder, 'checkpoint.json')
    await writeFile(checkpoint, text)
    expect(await runInTerminal(checkpointed(checkpoint))).toMatchObject({
      code: 1,
      error: expect.stringMatching(reason),
    })
    expect(await readFile(checkpoint, 'utf8')).toBe(text)
  })
})
