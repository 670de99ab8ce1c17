import type { Given } from './offers.js'
import type { Channel, Ports } from './ports/ports.js'

/**
 * What tabs say to each other: who owns an id, what opened a new tab, and that the reader refused.
 * Any more would throw neighbours out of the bfcache.
 */
type Message =
  | { readonly type: 'probe' | 'taken'; readonly tabId: string; readonly from: string }
  | { readonly type: 'ask'; readonly article: string; readonly bornAt: number; readonly from: string }
  | { readonly type: 'give'; readonly given: Given; readonly to: string }
  | Left
  | { readonly type: 'refused' }

/** The page is left, and all is written that it had to say of its tab. */
export interface Left {
  readonly type: 'left'
  readonly tabId: string
}

/** An owner answers from its message handler at once; this is ample, and who is later still is heard. */
const ANSWER_MS = 250
/** So does an opener, but a new tab keeps the browser busy; without its answer only the provenance is poorer. */
const GIVE_MS = 400

export interface TabTalk {
  readonly works: boolean
  /** Nobody listens any more: what is being asked does not matter. */
  isClosed(): boolean
  /** Whether another living document has this tab id, or asks for it with the elder right. */
  isTaken(tabId: string): Promise<boolean>
  /** From now on answers for this id. Without the proof of a lock it says so aloud, lest another believes the same. */
  own(tabId: string, how: { readonly isProven: boolean }): void
  /** Asks the tab whose link opened this one, once, why it was opened. `bornAt`: when this document began, epoch ms. */
  ask(article: string, bornAt: number): Promise<Given | undefined>
  tellRefusal(): void
  /** Says nothing more than that the page is left, once it is hidden: its vitals are told last, as it turns so. */
  leave(): void
  close(): void
}

export interface TabAnswers {
  onRefusal(): void
  give(article: string, bornAt: number): Given | undefined
}

/**
 * `docId` names this claim and its time: of two that claim one tab id the younger yields, the one with the greater.
 * `onTaken` tells it so when it had owned the id already.
 */
export function openTabTalk(
  { openChannel, clock, lifecycle }: Ports,
  docId: string,
  { onRefusal, give, onTaken }: TabAnswers & { onTaken(): void },
): TabTalk {
  let isClosed = false
  let owned: string | null = null
  let asked: { readonly tabId: string; lose(): void } | null = null
  let onGiven: ((given?: Given) => void) | undefined

  const channel: Channel | null = openChannel((data) => {
    const message = data as Message | null
    if (!message) return
    if (message.type === 'refused') return onRefusal()
    if (message.type === 'give') return message.to === docId ? onGiven?.(message.given) : undefined
    if (message.type === 'ask') return answer(message.from, give(message.article, message.bornAt))
    if (message.type === 'left') return
    const isElder = docId < message.from
    if (message.tabId === owned) {
      if (message.type === 'probe' || isElder) sayTaken(owned)
      else onTaken()
    } else if (asked && message.tabId === asked.tabId) {
      if (message.type === 'probe' && isElder) sayTaken(asked.tabId)
      else asked.lose()
    }
  })
  const say = (message: Message) => channel?.post(message)
  const sayTaken = (tabId: string) => say({ type: 'taken', tabId, from: docId })
  const answer = (to: string, given: Given | undefined) => given && say({ type: 'give', given, to })
  const close = () => {
    isClosed = true
    channel?.close()
    // Who waits for an answer holds a lock meanwhile.
    asked?.lose()
    onGiven?.()
  }
  return {
    works: channel !== null,
    isClosed: () => isClosed,
    isTaken: (tabId) =>
      new Promise((resolve) => {
        const settle = (isTaken: boolean) => {
          cancel()
          asked = null
          resolve(isTaken)
        }
        const cancel = clock.after(ANSWER_MS, () => settle(false))
        asked = { tabId, lose: () => settle(true) }
        say({ type: 'probe', tabId, from: docId })
      }),
    own(tabId, { isProven }) {
      owned = tabId
      if (!isProven) say({ type: 'probe', tabId, from: docId })
    },
    ask: (article, bornAt) =>
      new Promise((resolve) => {
        if (!channel) return resolve(undefined)
        const cancel = clock.after(GIVE_MS, () => resolve(undefined))
        onGiven = (given) => {
          cancel()
          resolve(given)
        }
        say({ type: 'ask', article, bornAt, from: docId })
      }),
    tellRefusal: () => say({ type: 'refused' }),
    leave() {
      close()
      const tabId = owned
      if (!tabId) return
      const part = () => {
        if (!lifecycle.hidden) return
        stop()
        // The first is closed by then: a page that sleeps with one open is thrown away at the next message.
        const last = openChannel(() => {})
        last?.post({ type: 'left', tabId } satisfies Left)
        last?.close()
      }
      const stop = lifecycle.onVisibility(part)
      part()
    },
    close,
  }
}
