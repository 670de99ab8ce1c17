import { open } from 'node:fs/promises'
import { importEvents } from '../transfer/importEvents.js'
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
    const { lines, taken, known, keptOut, erased, bad } = await importEvents(store, textLines(await bytesOf(file!)), {
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

async function bytesOf(file: string): Promise<AsyncIterable<Uint8Array>> {
  return file === STANDARD_INPUT ? process.stdin : (await open(file)).createReadStream()
}

export const exportFormat: ImportFormat = {
  help: `export: what helptally export has written as lines of JSON (.ndjson), one file; - reads the standard input. Names
the lines that it does not understand, and takes the others.`,
  options: {},
  isOne: (file) => file === STANDARD_INPUT || file.endsWith('.ndjson'),
  misread,
  run,
}
