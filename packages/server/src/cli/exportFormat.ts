import { fileBytes } from '../fileBytes.js'
import { importEvents } from '../transfer/importEvents.js'
import { isExportName } from '../transfer/isExportName.js'
import { textLines } from '../transfer/textLines.js'
import { INTERRUPTED } from './command.js'
import type { ImportAsked, ImportFormat } from './importFormat.js'
import { STANDARD_INPUT } from './standardInput.js'

const misread = ({ files }: ImportAsked): string | null =>
  files.length === 1 ? null : `Expected one file that helptally export has written, got ${files.length}`

const run: ImportFormat['run'] = async ({ files: [file], json }, { url, store }, terminal) => {
  const { out, error, progress } = terminal
  const signal = terminal.interrupted()
  try {
    const { lines, taken, known, keptOut, erased, bad } = await importEvents(store, textLines(bytesOf(file!)), {
      now: Date.now(),
      onBad: (nr, reason) => error(`[helptally] ${file}, line ${nr}: ${reason}`),
      onPiece: (imported) => progress(`[helptally] ${imported.lines} lines, ${imported.taken} events taken`),
      signal,
    })
    out(
      json
        ? JSON.stringify({ lines, taken, known, kept_out: keptOut, erased, bad })
        : `[helptally] ${url} has taken ${taken} events of ${lines} lines; ${known} were here already, ${keptOut} are of ` +
            `visitors who were erased, ${bad} lines were not understood.`,
    )
    return bad > 0 ? 1 : 0
  } catch (failure) {
    if (!signal.aborted) throw failure
    error('[helptally] Interrupted: what was taken stays. Import the same file again to take the rest.')
    return INTERRUPTED
  }
}

const bytesOf = (file: string): AsyncIterable<Uint8Array> => (file === STANDARD_INPUT ? process.stdin : fileBytes(file))

export const exportFormat: ImportFormat = {
  help: `export: what helptally export has written as lines of JSON (.ndjson), one file; - reads the standard input. Names
the lines that it does not understand, and takes the others.`,
  options: {},
  isOne: (file) => file === STANDARD_INPUT || isExportName(file),
  misread,
  run,
}
