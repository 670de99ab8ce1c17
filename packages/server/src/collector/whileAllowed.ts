import type { After } from '../live/liveFeed.js'

/** How often the leave of whoever listens is asked for again. */
export const ASK_AGAIN_MS = 60_000

interface Watch {
  /** Asks who may listen, as at first. Rejects when nobody can say. */
  readonly isAllowed: () => Promise<boolean>
  readonly after: After
  /** Called once, when the leave is gone, or nobody gives it again in time. */
  readonly onRefused: () => void
}

/** What is open for long ends when the leave to listen is taken away. Answers how to stop asking. */
export function whileAllowed({ isAllowed, after, onRefused }: Watch): () => void {
  let hasStopped = false
  let cancel = () => {}
  const stop = () => {
    hasStopped = true
    cancel()
  }
  const refuse = () => {
    stop()
    onRefused()
  }
  const ask = () => {
    // A door that does not answer stays shut.
    cancel = after(ASK_AGAIN_MS, refuse)
    void isAllowed()
      .catch(() => false)
      .then((allowed) => {
        if (hasStopped) return
        cancel()
        if (allowed) askLater()
        else refuse()
      })
  }
  const askLater = () => {
    cancel = after(ASK_AGAIN_MS, ask)
  }
  askLater()
  return stop
}
