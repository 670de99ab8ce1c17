import { setTimeout as after } from 'node:timers/promises'

const EVERY_MS = 1_000

/** Asks one instance after the other what it has counted until `work` is done: so it is derived in the middle of it all. */
export async function askMeanwhile(sites, work) {
  const told = { answered: 0, refused: 0, slowestMs: 0 }
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  for (let n = 0; !isDone; n++) {
    const askedAt = performance.now()
    const answered = sites[n % sites.length].counted().then(
      () => {
        told.answered++
        told.slowestMs = Math.max(told.slowestMs, Math.round(performance.now() - askedAt))
      },
      () => told.refused++,
    )
    await Promise.race([done, answered])
    await Promise.race([done, after(EVERY_MS)])
  }
  return { worked: await done, asked: told }
}
