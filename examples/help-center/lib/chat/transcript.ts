/** Something that was said in the chat of this example. */
export interface Said {
  readonly id: string
  readonly by: 'user' | 'bot' | 'agent'
  readonly text: string
  /** What the bot found. */
  readonly article?: { readonly id: string; readonly title: string }
}

/** Where a chat provider would ask its server: what was said, in all tabs of this browser, until the chat is closed. */
export interface Transcript {
  all(): readonly Said[]
  say(said: Said): void
  clear(): void
  /** Calls back when it has changed. */
  subscribe(run: () => void): () => void
  /** Calls back in every tab with what is new, as the widgets of providers do. */
  onSaid(hear: (said: Said) => void): () => void
}

const KEY = 'example.chat'
const NOTHING: readonly Said[] = []

export function openTranscript(): Transcript {
  let all = NOTHING
  const listeners = new Set<() => void>()
  const hearers = new Set<(said: Said) => void>()

  const read = (): readonly Said[] => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? '[]')
    } catch {
      // Without storage it lives as long as this page.
      return all
    }
  }
  const write = (next: readonly Said[]) => {
    try {
      if (next.length > 0) localStorage.setItem(KEY, JSON.stringify(next))
      else localStorage.removeItem(KEY)
    } catch {
      // The page remembers it.
    }
    adopt(next)
  }
  const adopt = (next: readonly Said[]) => {
    const known = new Set(all.map(({ id }) => id))
    all = next
    for (const run of listeners) run()
    for (const said of next) if (!known.has(said.id)) for (const hear of hearers) hear(said)
  }
  if (typeof window !== 'undefined') {
    all = read()
    window.addEventListener('storage', ({ key }) => key === KEY && adopt(read()))
  }
  return {
    all: () => all,
    say: (said) => write([...read(), said]),
    clear: () => write(NOTHING),
    subscribe: (run) => added(listeners, run),
    onSaid: (hear) => added(hearers, hear),
  }
}

function added<T>(set: Set<T>, one: T): () => void {
  set.add(one)
  return () => void set.delete(one)
}
