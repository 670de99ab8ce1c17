import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importEvents } from '../transfer/importEvents.js'
import { textLines } from '../transfer/textLines.js'
import { type Command, INTERRUPTED, misreadBy } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const STANDARD_INPUT = '-'

const run: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { store: { type: 'string' }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file, ...others] = positionals
  if (!file || others.length > 0)
    return misreadBy(terminal)(`Expected one file that helptally export has written, got ${positionals.length}`)

  const { out, error, progress } = terminal
  const signal = terminal.interrupted()
  const bytes = await bytesOf(file)
  const { url, store } = storeOf(values.store)
  try {
    const { lines, taken, known, keptOut, erased, bad } = await importEvents(store, textLines(bytes), {
      now: Date.now(),
      onBad: (nr, reason) => error(`[helptally] ${file}, line ${nr}: ${reason}`),
      onPiece: (imported) => progress(`[helptally] ${imported.lines} lines, ${imported.taken} events taken`),
      signal,
    })
    out(
      values.json
        ? JSON.stringify({ lines, taken, known, kept_out: keptOut, erased, bad })
        : `[helptally] ${url} has taken ${taken} events of ${lines} lines; ${known} were here already, ${keptOut} are of ` +
            `visitors who were erased, ${bad} lines were not understood.`,
    )
    return bad > 0 ? 1 : 0
  } catch (failure) {
    if (!signal.aborted) throw failure
    error('[helptally] Interrupted: what was taken stays. Import the same file again to take the rest.')
    return INTERRUPTED
  } finally {
    await store.close()
  }
}

async function bytesOf(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === STANDARD_INPUT) return process.stdin
  const handle = await open(file).catch(({ message }: Error) => {
    throw new Error(
      `[helptally] ${file} cannot be read (${message}). Expected a file that helptally export has written.`,
    )
  })
  return handle.createReadStream()
}

export const importExportCommand: Command = {
  says: 'takes what helptally export has written',
  help: `helptally import <file>

Takes the events that helptally export has written as lines of JSON into a store, each once, while the site runs. Names
the lines that it does not understand, and takes the others. - reads the standard input.

  --json                  says as JSON what was taken
${STORE_HELP}`,
  run,
}
