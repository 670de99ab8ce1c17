import type { RawTab } from './rawTab.js'
import { until } from './until.js'

/** Nested timers of a tab in front run every 50 ms, those of a hidden one once a second or less. */
const THROTTLED_MS = 900

interface Diary {
  /** What the document went through, in order. */
  readonly met: string[]
  /** Ms since the timer before, of the last timer that ran. */
  readonly gap: number
  readonly ran: number
}

/** Has the page write down what becomes of it and of its timers. */
export async function keepDiary(tab: RawTab): Promise<void> {
  await tab.evaluate(() => {
    const diary = { met: [] as string[], gap: 0, ran: 0 }
    Object.assign(globalThis, { diary })
    const sessionNow = () =>
      (globalThis as never as Record<symbol, { store: { getState(): { session: object | null } } }>)[
        Symbol.for('helptally')
      ]!.store.getState().session
        ? 'session'
        : 'no session'
    for (const type of ['freeze', 'resume']) document.addEventListener(type, () => diary.met.push(type))
    document.addEventListener('visibilitychange', () => diary.met.push(document.visibilityState, sessionNow()))
    let ranAt = 0
    const run = ({ timeStamp }: { readonly timeStamp: number }) => {
      Object.assign(diary, { gap: timeStamp - ranAt, ran: diary.ran + 1 })
      ranAt = timeStamp
      setTimeout(() => run(new Event('timer')), 50)
    }
    run(new Event('timer'))
  })
}

export function diaryOf(tab: RawTab): Promise<Diary> {
  return tab.evaluate(() => (globalThis as never as { diary: Diary }).diary)
}

/** Waits until the browser lets the timers of a hidden tab run late. */
export async function whenThrottled(tab: RawTab): Promise<void> {
  await until(
    () => diaryOf(tab),
    ({ gap }) => gap > THROTTLED_MS,
  )
}
