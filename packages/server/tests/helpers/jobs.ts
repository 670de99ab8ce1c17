import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Job } from '../../src/jobs/job.js'
import { written } from '../../src/sql/dialect.js'
import { duckdbDialect } from '../../src/sql/duckdbDialect.js'
import type { Store } from '../../src/store/store.js'
import type { TestCollector } from './collect.js'
import { MINUTE, NOON, opening, rowsOf, SITE } from './events.js'

const STEP_MS = 20
const MOST_STEPS = 1_500

/** Asks until the answer is right. */
export async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (let step = 0; ; step++) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (step === MOST_STEPS) throw new Error(`in vain: the last answer was ${JSON.stringify(answer)}`)
    await pause(STEP_MS)
  }
}

export const jobAt = async ({ get }: Pick<TestCollector, 'get'>, path: string): Promise<Job> =>
  (await get(`${path}?site=${SITE}`)).body

export const ended = (collector: Pick<TestCollector, 'get'>, path: string): Promise<Job> =>
  until(
    () => jobAt(collector, path),
    ({ state }) => state !== 'running',
  )

export const asJson = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

export const asForm = (fields: Record<string, string>, origin = 'http://localhost'): RequestInit => ({
  body: new URLSearchParams(fields),
  headers: { origin },
})

/** What lies in the folder of a job. */
export const filesOf = async ({ folder }: Pick<Store, 'folder'>, job: string): Promise<string[]> =>
  (await readdir(join(folder, 'jobs', job))).sort()

/** So many sessions, a minute apart. */
export async function keepSessions(store: Store, sessions: number): Promise<void> {
  const events = Array.from({ length: sessions }, (_, i) => opening({ ts: NOON + i * MINUTE, seq: i + 1 }))
  await store.append(rowsOf(...events))
}

export interface HeldStore extends Store {
  /** Resolves when a question is held. */
  readonly held: Promise<void>
  release(): void
}

/** A store that answers no question with these words before it is released. */
export function holding(store: Store, words: string): HeldStore {
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  return {
    ...store,
    held: held.promise,
    release: released.resolve,
    async query(sql, params) {
      if (written(sql, duckdbDialect).includes(words)) {
        held.resolve()
        await released.promise
      }
      return store.query(sql, params)
    },
  }
}
