import type { Terminal } from './command.js'

const CLEAR_LINE = '\r\u001b[2K'

/** What a command says, to the standard output and error of a process; how far it is only where a person looks. */
export function createTerminal(process: NodeJS.Process): Terminal {
  const { stdout, stderr } = process
  let isShowing = false
  let interruption: AbortController | null = null

  function clear(): void {
    if (isShowing) stderr.write(CLEAR_LINE)
    isShowing = false
  }

  return {
    out(line) {
      clear()
      stdout.write(`${line}\n`)
    },
    error(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(line) {
      if (!stderr.isTTY) return
      stderr.write(`${CLEAR_LINE}${line}`)
      isShowing = true
    },
    interrupted() {
      if (!interruption) {
        const controller = new AbortController()
        process.once('SIGINT', () => controller.abort())
        interruption = controller
      }
      return interruption.signal
    },
  }
}
