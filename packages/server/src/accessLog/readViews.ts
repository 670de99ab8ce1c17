import { articlePattern } from '@helptally/core'
import { deviceOfAgent } from '../collector/deviceOf.js'
import type { AccessLogOptions } from './importAccessLog.js'
import { judge, SKIPS, type Skip } from './judge.js'
import type { LogNames } from './logNames.js'
import { Occurrences } from './occurrences.js'
import { OwnHost } from './ownHost.js'
import { parseLine } from './parseLine.js'
import { readLines, UnreadableFile } from './readLines.js'
import type { AccessLogReceipt, BrokenLine } from './receipt.js'
import { referralOf } from './referrals.js'
import type { Stage } from './stage.js'

/** Broken lines that are named; the others are only counted. */
const BROKEN_NAMED = 5

/** What came of the lines that were read; what no `skipped` counts is in the stage. */
export interface ReadViews extends Pick<AccessLogReceipt, 'lines' | 'broken' | 'unread' | 'hosts'> {
  readonly skipped: Record<Skip, number>
}

/** Reads the files to their ends, and adds the views of articles to the stage. */
export async function readViews(stage: Stage, names: LogNames, options: AccessLogOptions): Promise<ReadViews> {
  const { files, articles, signal, onProgress } = options
  const find = articlePattern(articles)
  const host = new OwnHost()
  const skipped = Object.fromEntries(SKIPS.map((skip) => [skip, 0])) as Record<Skip, number>
  const broken: BrokenLine[] = []
  const unread: { file: string; reason: string }[] = []
  let lines = 0

  /** What was expected of a line that is broken; null when it is none. */
  function readLine(text: string, seen: Occurrences): string | null {
    const parsed = parseLine(text)
    if (!parsed.ok) {
      skipped.broken++
      return parsed.expected
    }
    const { request } = parsed
    const { address, agent, at, referer } = request
    const found = judge(request, find)
    if (typeof found === 'string') {
      skipped[found]++
      if (found === 'asset') host.note(referer)
      return null
    }
    const { page, article } = found
    const from = referralOf(referer, find)
    stage.addView({
      id: names.event(text, seen.next(text), at),
      visitor: names.visitor(address, agent),
      at,
      page,
      article_id: article.id,
      lang: article.lang ?? null,
      from_host: from.host,
      via: from.via,
      device: deviceOfAgent(agent),
    })
    return null
  }

  async function readFile(file: string): Promise<void> {
    const seen = new Occurrences()
    let line = 0
    let bytes = 0
    for await (const some of readLines(file, (read) => (bytes = read))) {
      for (const text of some) {
        line++
        lines++
        const expected = readLine(text, seen)
        if (expected !== null && broken.length < BROKEN_NAMED) broken.push({ file, line, expected })
      }
      await stage.keepUp()
      onProgress?.({ doing: 'reading', file, lines, bytes })
      if (signal?.aborted) return
    }
  }

  for (const file of files) {
    if (signal?.aborted) break
    await readFile(file).catch((error: unknown) => {
      if (!(error instanceof UnreadableFile)) throw error
      unread.push({ file, reason: error.message })
    })
  }
  const own = host.found()
  return { lines, skipped, broken, unread, hosts: own === null ? [] : [own] }
}
