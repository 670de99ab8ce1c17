const SIGNALS = ['SIGTERM', 'SIGINT'] as const

/**
 * Calls `end` when the process is told to end and its host lets it finish what it does, as Next does: what never finishes
 * would hold it up. Where nobody listens to the signal it ends the process at once, and shall go on doing so. Answers how
 * to stop.
 */
export function whenEnding(end: () => void): () => void {
  const heard = SIGNALS.filter((signal) => process.listenerCount(signal) > 0)
  for (const signal of heard) process.on(signal, end)
  return () => {
    for (const signal of heard) process.off(signal, end)
  }
}
