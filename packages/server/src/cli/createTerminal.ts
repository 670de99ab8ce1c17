import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'
import type { Terminal } from './command.js'

const CLEAR_LINE = '\r\u001b[2K'

/** What a command says, to the standard output and error of a process; how far it is only where a person looks. */
export function createTerminal(process: NodeJS.Process): Terminal {
  const { stdin, stdout, stderr } = process
  let isShowing = false
  let interruption: AbortController | null = null

  function clear(): void {
    if (isShowing) stderr.write(CLEAR_LINE)
    isShowing = false
  }

  return {
    out(line) {
      clear()
      hearNoError(stdout)
      stdout.write(`${line}\n`)
    },
    error(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    write(text) {
      clear()
      return written(stdout, text)
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
    ask: stdin.isTTY && stdout.isTTY ? (question) => askIn(stdin, stdout, question) : null,
    paint: (colour, text) => styleText(colour, text, { stream: stdout }),
  }
}

/** Ctrl-C and Ctrl-D end the question without an answer, and leave the cursor behind it. */
async function askIn(input: NodeJS.ReadStream, output: NodeJS.WriteStream, question: string): Promise<string | null> {
  const reader = createInterface({ input, output })
  const { promise: ended, resolve: end } = Promise.withResolvers<null>()
  reader.once('close', () => end(null))
  const answer = await Promise.race([reader.question(question).catch(() => null), ended])
  reader.close()
  if (answer === null) output.write('\n')
  return answer?.trim() ?? null
}

function written(stdout: NodeJS.WriteStream, text: string): Promise<void> {
  hearNoError(stdout)
  return new Promise((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error) reject(new Error(`[helptally] The standard output takes no more (${error.message}).`))
      else resolve()
    })
  })
}

/** What is at the other end of a pipe may end first, as `head` does; that is said where it is waited for. */
function hearNoError(stdout: NodeJS.WriteStream): void {
  if (stdout.listenerCount('error') === 0) stdout.on('error', () => undefined)
}
