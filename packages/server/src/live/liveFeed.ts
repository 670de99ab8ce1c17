/** Runs `work` after so many ms, unless it is cancelled before. */
export type After = (ms: number, work: () => void) => () => void

export interface LiveFeedOptions {
  /** What is to be told now. */
  readonly read: () => Promise<string>
  readonly everyMs: number
  readonly after: After
  readonly onIdle: () => void
}

export interface Listener {
  tell(text: string): void
  /** Nothing is told any more. */
  end(): void
}

export interface LiveFeed {
  /** Tells what is so now, then whatever changes. Answers how to stop. */
  listen(listener: Listener): () => void
  end(): void
}

/** Reads again and again while anybody listens, once for all of them, and tells what has changed. */
export function createLiveFeed(first: string, { read, everyMs, after, onIdle }: LiveFeedOptions): LiveFeed {
  const listeners = new Set<Listener>()
  let last = first
  let cancel: (() => void) | null = null

  const readSoon = (): void => {
    cancel = after(everyMs, () => void readNow())
  }
  async function readNow(): Promise<void> {
    try {
      const text = await read()
      if (text !== last) for (const { tell } of listeners) tell(text)
      last = text
      if (listeners.size > 0) readSoon()
    } catch {
      // Whoever listens asks anew, and hears then what is wrong.
      endAll()
    }
  }
  const endAll = (): void => {
    for (const { end } of [...listeners]) end()
  }
  return {
    end: endAll,
    listen(listener) {
      if (listeners.size === 0) readSoon()
      listeners.add(listener)
      listener.tell(last)
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        cancel?.()
        onIdle()
      }
    },
  }
}
