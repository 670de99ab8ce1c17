import type { Delivery } from './note.js'
import type { Seen } from './overhear.js'
import type { Words } from './words.js'

const NOTHING = '–'
const SECOND_MS = 1_000

/** Minutes and seconds until then, `4:59`; null without a session. Times are epoch ms. */
export function countdown({ endsAt, now }: Pick<Seen, 'endsAt' | 'now'>): string | null {
  if (endsAt === null) return null
  const seconds = Math.max(0, Math.ceil((endsAt - now) / SECOND_MS))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Whether a session goes on, as far as anybody can tell. */
export function isLive({ endsAt, now }: Pick<Seen, 'endsAt' | 'now'>): boolean {
  return endsAt !== null && now < endsAt
}

/** What the countdown counts, or why there is none. */
export function headline(seen: Seen, words: Words): string {
  if (isLive(seen)) return words.endsIn
  return seen.endsAt === null ? words.noSession : words.hasEnded
}

/** The facts about this tab, by name. */
export function rowsOf(
  { help, lastAt, endsAt, now }: Seen,
  words: Words,
  lang: string,
): Record<keyof Words['rows'], string> {
  const { session, article, consent, refusedBySignal, status, tabId, degraded } = help
  const ago = (at: number) => words.ago(Math.max(0, Math.floor((now - at) / SECOND_MS)))
  const when = (at: number | null | undefined) => (at ? `${timeOf(at, lang)} (${ago(at)})` : NOTHING)
  return {
    session: session?.id ?? NOTHING,
    entry: session?.entry ?? NOTHING,
    article: article?.id ?? NOTHING,
    started: when(session?.startedAt),
    active: when(lastAt),
    ends: endsAt === null ? NOTHING : timeOf(endsAt, lang),
    consent: words.consent[refusedBySignal ? 'signal' : consent],
    status: words.status[status],
    tab: tabId ?? NOTHING,
    degraded: degraded.map((part) => words.degraded[part]).join(', ') || words.degraded.none,
  }
}

export function deliveryIn(words: Words, delivery: Delivery): string {
  const said = words.deliveries[delivery.state]
  if (delivery.state === 'rejected') return `${said}: ${delivery.reason}`
  if (delivery.state === 'failed')
    return `${said}: ${delivery.status === null ? words.noAnswer : `HTTP ${delivery.status}`}`
  return said
}

/** The time of day; `at` is epoch ms. */
export function timeOf(at: number, lang: string): string {
  return new Date(at).toLocaleTimeString(lang, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
}
