import { setTimeout as pause } from 'node:timers/promises'

const DEADLINE_MS = 30_000
const STEP_MS = 50

/** Asks again until the answer is right, or fails with the last answer. */
export async function until<T>(
  ask: () => Promise<T> | T,
  isRight: (answer: T) => boolean,
  { deadlineMs } = { deadlineMs: DEADLINE_MS },
): Promise<T> {
  const deadline = Date.now() + deadlineMs
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (Date.now() > deadline)
      throw new Error(`Waited ${deadlineMs} ms in vain; the last answer was ${JSON.stringify(answer, null, 2)}`)
    await pause(STEP_MS)
  }
}
