import { lastDay } from '../reports/lastDay.js'
import { parseReportQuery, type ReportDefaults } from '../reports/parseReportQuery.js'
import { readReport } from '../reports/readReport.js'
import type { Store } from '../store/store.js'
import { type After, createLiveFeed, type LiveFeed } from './liveFeed.js'

const EVERY_MS = 2_000
const MOST_LISTENERS = 100

export interface LiveFeedsOptions {
  readonly store: Store
  readonly defaults: ReportDefaults
  readonly now: () => number
  readonly after: After
  /** Calls its argument when the process is to end. Answers how to stop. */
  readonly whenEnding: (end: () => void) => () => void
}

/** One feed of the report `live` over the last 24 hours for each question that anybody listens to. */
export interface LiveFeeds {
  /** Resolves to the feed, or to what is wrong with the question. Rejects when the store cannot answer. */
  open(params: URLSearchParams): Promise<Pick<LiveFeed, 'listen'> | string>
  /** Whether nobody more may listen: there are too many, or the process is to end. */
  isFull(): boolean
}

export function createLiveFeeds({ store, defaults, now, after, whenEnding }: LiveFeedsOptions): LiveFeeds {
  const feeds = new Map<string, LiveFeed>()
  let listening = 0
  let isEnding = false
  let stopWaiting = () => {}

  function end(): void {
    isEnding = true
    for (const feed of [...feeds.values()]) feed.end()
  }

  function parse(params: URLSearchParams) {
    const at = now()
    const asked = new URLSearchParams(params)
    for (const [name, value] of Object.entries(lastDay(at))) asked.set(name, value)
    return parseReportQuery(asked, at, defaults)
  }
  async function read(params: URLSearchParams): Promise<string> {
    const parsed = parse(params)
    if (!parsed.ok) throw new Error(parsed.reason)
    // Its edges move with every look, and say nothing new.
    const { from: _, to: __, ...report } = await readReport(store, 'live', parsed.query, now())
    return JSON.stringify(report)
  }
  function counted(leave: () => void): () => void {
    let isHere = true
    if (listening === 0) stopWaiting = whenEnding(end)
    listening++
    return () => {
      leave()
      if (!isHere) return
      isHere = false
      listening--
      if (listening === 0) stopWaiting()
    }
  }
  return {
    async open(params) {
      const parsed = parse(params)
      if (!parsed.ok) return parsed.reason
      const key = [...params].sort().join('&')
      const first = await read(params)
      const onIdle = () => feeds.delete(key)
      const feed =
        feeds.get(key) ?? createLiveFeed(first, { read: () => read(params), everyMs: EVERY_MS, after, onIdle })
      feeds.set(key, feed)
      return { listen: (listener) => counted(feed.listen(listener)) }
    },
    isFull: () => isEnding || listening >= MOST_LISTENERS,
  }
}
