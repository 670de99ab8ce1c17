import type { Given } from './offers.js'
import type { Channel, Ports } from './ports/ports.js'

/**
 * What tabs say to each other: who owns an id, what opened a new tab, and that the reader refused.
 * Any more would throw neighbours out of the bfcache.
 */
type Message =
  | { readonly type: 'probe' | 'taken'; readonly tabId: string; readonly from: string }
  | { readonly type: 'ask'; readonly article: string; readonly from: string }
  | { readonly type: 'give'; readonly given: Given; readonly to: string }
  | { readonly type: 'refused' }

/** An owner answers from its message handler at once; this is ample. */
const ANSWER_MS = 250
/** So does an opener; without its answer only the provenance is poorer. */
const GIVE_MS = 150

export interface TabTalk {
  readonly works: boolean
  /** Whether another living document owns this tab id. */
  isTaken(tabId: string): Promise<boolean>
  /** From now on answers for this id. */
  own(tabId: string): void
  /** Asks the tab whose link opened this one, once, why it was opened. */
  ask(article: string): Promise<Given | undefined>
  tellRefusal(): void
  close(): void
}

export interface TabAnswers {
  onRefusal(): void
  give(article: string): Given | undefined
}

export function openTabTalk({ openChannel, clock }: Ports, docId: string, { onRefusal, give }: TabAnswers): TabTalk {
  let owned: string | null = null
  let onTaken: ((tabId: string) => void) | undefined
  let onGiven: ((given: Given) => void) | undefined

  const channel: Channel | null = openChannel((data) => {
    const message = data as Message | null
    if (!message) return
    if (message.type === 'refused') return onRefusal()
    if (message.type === 'give') return message.to === docId ? onGiven?.(message.given) : undefined
    if (message.from === docId) return
    if (message.type === 'ask') return answer(message.from, give(message.article))
    if (message.type === 'taken') return onTaken?.(message.tabId)
    if (message.tabId === owned) say({ type: 'taken', tabId: owned, from: docId })
  })
  const say = (message: Message) => channel?.post(message)
  const answer = (to: string, given: Given | undefined) => given && say({ type: 'give', given, to })
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
    ask: (article) =>
      new Promise((resolve) => {
        if (!channel) return resolve(undefined)
        const cancel = clock.after(GIVE_MS, () => resolve(undefined))
        onGiven = (given) => {
          cancel()
          resolve(given)
        }
        say({ type: 'ask', article, from: docId })
      }),
    tellRefusal: () => say({ type: 'refused' }),
    close: () => channel?.close(),
  }
}
