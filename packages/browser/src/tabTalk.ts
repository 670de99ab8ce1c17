import type { Channel, Ports } from './ports/ports.js'

/** What tabs say to each other: only who owns an id, and that the reader refused. Any more would throw neighbours out of the bfcache. */
type Message =
  | { readonly type: 'probe' | 'taken'; readonly tabId: string; readonly from: string }
  | { readonly type: 'refused' }

/** An owner answers from its message handler at once; this is ample. */
const ANSWER_MS = 250

export interface TabTalk {
  readonly works: boolean
  /** Whether another living document owns this tab id. */
  isTaken(tabId: string): Promise<boolean>
  /** From now on answers for this id. */
  own(tabId: string): void
  tellRefusal(): void
  close(): void
}

export function openTabTalk({ openChannel, clock }: Ports, docId: string, onRefusal: () => void): TabTalk {
  let owned: string | null = null
  let onTaken: ((tabId: string) => void) | undefined

  const channel: Channel | null = openChannel((data) => {
    const message = data as Message | null
    if (!message) return
    if (message.type === 'refused') return onRefusal()
    if (message.from === docId) return
    if (message.type === 'taken') return onTaken?.(message.tabId)
    if (message.tabId === owned) say({ type: 'taken', tabId: owned, from: docId })
  })
  const say = (message: Message) => channel?.post(message)
  return {
    works: channel !== null,
    isTaken: (tabId) =>
      new Promise((resolve) => {
        const cancel = clock.after(ANSWER_MS, () => resolve(false))
        onTaken = (taken) => {
          if (taken !== tabId) return
          cancel()
          resolve(true)
        }
        say({ type: 'probe', tabId, from: docId })
      }),
    own(tabId) {
      owned = tabId
    },
    tellRefusal: () => say({ type: 'refused' }),
    close: () => channel?.close(),
  }
}
