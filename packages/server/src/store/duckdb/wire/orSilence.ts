import { setTimeout as delay } from 'node:timers/promises'
import type { Talk } from './talk.js'

/** A process that runs says within this time that it is there, however long its answer takes. */
export const SILENT_MS = 3_000

/**
 * The answer; rejects with `silence()` when the other end does not even say that it is there, asked once more: it was
 * stopped. What it was asked to do it may still do when it goes on.
 */
export async function orSilence<Answer>(peer: Talk, answer: Promise<Answer>, silence: () => Error): Promise<Answer> {
  const answered = new AbortController()
  const wait = () => delay(SILENT_MS, false, { signal: answered.signal, ref: false })
  const isThere = () =>
    peer.ask('ping').then(
      () => true,
      () => true,
    )
  const watch = async (): Promise<never> => {
    do await wait()
    while (await Promise.race([isThere(), wait()]))
    throw silence()
  }
  try {
    return await Promise.race([answer, watch()])
  } finally {
    answered.abort()
  }
}
