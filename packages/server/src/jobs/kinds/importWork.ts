import { join } from 'node:path'
import { importAccessLog } from '../../accessLog/importAccessLog.js'
import { hostsIn } from '../../accessLog/wrongAsked.js'
import { fileBytes } from '../../fileBytes.js'
import { importEvents } from '../../transfer/importEvents.js'
import { textLines } from '../../transfer/textLines.js'
import type { ImportAsked, ImportResult } from '../job.js'
import { FILE } from '../jobFolder.js'
import type { JobRun, JobWork } from './jobRun.js'

const MOST_NAMED = 20

/** Takes what the job's file holds into the store. */
export const importWork: JobWork<ImportAsked, ImportResult> = (run) =>
  run.asked.format === 'export' ? importExport(run) : importLog(run)

async function importExport({
  asked,
  site,
  store,
  folder,
  now,
  signal,
  tell,
}: JobRun<ImportAsked>): Promise<ImportResult> {
  const named: { line: number; reason: string }[] = []
  let read = 0
  const lines = textLines(fileBytes(join(folder, FILE), (bytes) => (read = bytes)))
  const imported = await importEvents(store, lines, {
    ...{ now, site, signal },
    onBad: (line, reason) => {
      if (named.length < MOST_NAMED) named.push({ line, reason })
    },
    onPiece: () => tell({ done: read, of: asked.bytes, unit: 'bytes' }),
  })
  const { taken, known, keptOut, erased, bad } = imported
  return {
    ...{ lines: imported.lines, taken, known, named },
    left_out: { kept_out: keptOut, erased, bad },
    unread: null,
    sessions: null,
  }
}

async function importLog({
  asked,
  site,
  store,
  folder,
  now,
  signal,
  tell,
}: JobRun<ImportAsked>): Promise<ImportResult> {
  const receipt = await importAccessLog(store, {
    ...{ site, now, signal, articles: asked.articles, folder: store.folder },
    files: [join(folder, FILE)],
    locale: asked.locale || undefined,
    hosts: hostsIn(asked.host || undefined),
    onProgress: (progress) =>
      tell(
        progress.doing === 'reading'
          ? { done: progress.bytes, of: asked.bytes, unit: 'bytes' }
          : { done: progress.taken, of: progress.of, unit: 'views' },
      ),
  })
  signal.throwIfAborted()
  return {
    ...{ lines: receipt.lines, taken: receipt.taken, known: receipt.here_already, sessions: receipt.sessions },
    left_out: receipt.skipped,
    named: receipt.broken.map(({ line, expected }) => ({ line, reason: `expected ${expected}` })),
    unread: receipt.unread[0]?.reason ?? null,
  }
}
