import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type HelpEvent, uuidv7 } from '@helptally/core'
import type { LogLine } from '../../src/ledger/ledgerLine.js'
import type { EventLine } from '../../src/log/storedEvent.js'
import type { Statement } from '../../src/statements/statement.js'
import type { Verification } from '../../src/statements/verifyStatement.js'
import { MINUTE, opening, progress, rowsOf, SITE, search } from './events.js'
import { runInTerminal } from './runInTerminal.js'
import { tempFolder, tempStore } from './temp.js'

/** Three days in Madrid; on the second the clocks are set back, so that it has 25 hours. */
export const THREE_DAYS = { from: '2024-10-26', to: '2024-10-29', tz: 'Europe/Madrid' } as const
/** In UTC. */
export const FIRST_DAY: number = Date.UTC(2024, 9, 25, 22)
export const SECOND_DAY: number = Date.UTC(2024, 9, 26, 22)
export const THIRD_DAY: number = Date.UTC(2024, 9, 27, 23)
export const AFTER: number = Date.UTC(2024, 9, 28, 23)

export interface Stated {
  readonly folder: string
  readonly file: string
  readonly manifest: string
  /** Of the public key. */
  readonly publicKey: string
  read(): Promise<Statement>
  /** Changes the text of the statement by hand. */
  edit(change: (text: string) => string): Promise<void>
  /** Runs SQL in the database while no store has it, as somebody with the file would. */
  tamper(...statements: readonly string[]): Promise<void>
  verify(...args: readonly string[]): Promise<{ code: number; found: Verification; error: string }>
}

/** A store with these events and a statement of three days over it, by the commands. */
export async function stated(rows: readonly LogLine[]): Promise<Stated> {
  const folder = await tempFolder()
  const store = await tempStore({ folder })
  await store.append(rows)
  await store.close()
  return stateStore(folder)
}

export async function stateStore(folder: string): Promise<Stated> {
  const { from, to, tz } = THREE_DAYS
  const out = await tempFolder()
  const file = join(out, 'october.json')
  const [key, publicKey] = [join(out, 'key.pem'), join(out, 'key.pub.pem')]
  const of = ['--site', SITE, '--from', from, '--to', to, '--tz', tz, '--store', `duckdb:${folder}`]
  const { code, error } = await runInTerminal(['statement', ...of, '--out', file, '--key', key])
  if (code !== 0) throw new Error(error)
  return {
    folder,
    file,
    manifest: join(out, 'october.events.ndjson.gz'),
    publicKey,
    read: async () => JSON.parse(await readFile(file, 'utf8')),
    edit: async (change) => writeFile(file, change(await readFile(file, 'utf8'))),
    tamper: (...statements) => tamper(folder, statements),
    async verify(...args) {
      const given = args.includes('--public-key') ? [] : ['--public-key', publicKey]
      const options = ['--json', '--store', `duckdb:${folder}`, ...given, ...args]
      const { code, out, error } = await runInTerminal(['verify', file, ...options])
      return { code, found: out === '' ? null : JSON.parse(out), error }
    },
  }
}

async function tamper(folder: string, statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, 'helptally.duckdb'))
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}

export const idAt = (ms: number): string => uuidv7(ms, (bytes) => crypto.getRandomValues(bytes))

interface ThreeDays extends Readonly<Record<string, HelpEvent>> {
  readonly first: HelpEvent
  readonly firstEnd: HelpEvent
  readonly second: HelpEvent
  readonly third: HelpEvent
  readonly orphan: HelpEvent
}

/** One session a day, each in a tab of its own, and a search outside any. */
export function threeDays(): ThreeDays {
  const [tabA, tabB, tabC] = [randomUUID(), randomUUID(), randomUUID()]
  const first = opening({ id: idAt(FIRST_DAY), ts: FIRST_DAY, tabId: tabA, entry: 'direct_link' })
  const firstEnd = progress({
    id: idAt(FIRST_DAY + MINUTE),
    ts: FIRST_DAY + MINUTE,
    activeAt: FIRST_DAY + MINUTE,
    tabId: tabA,
    sessionId: first.id,
  })
  const second = opening({ id: idAt(THIRD_DAY - 1), ts: THIRD_DAY - 1, tabId: tabB })
  const third = opening({ id: idAt(AFTER - 1), ts: AFTER - 1, tabId: tabC, visitorId: randomUUID() })
  const orphan = search({ id: idAt(SECOND_DAY), ts: SECOND_DAY, tabId: randomUUID() })
  return { first, firstEnd, second, third, orphan }
}

export const rowsIn = (events: Readonly<Record<string, HelpEvent>>): EventLine[] => rowsOf(...Object.values(events))

export async function threeStated(): Promise<Stated & { events: ThreeDays }> {
  const events = threeDays()
  return { ...(await stated(rowsIn(events))), events }
}
