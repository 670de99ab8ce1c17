import { runCommand } from '../../src/cli/runCommand.js'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
  /** Data on the standard output. */
  readonly written: string
  /** All that was said of how far it had come. */
  readonly progress: readonly string[]
  /** What was asked. */
  readonly questions: readonly string[]
}

export interface RunOptions {
  /** Ctrl-C, when it says for the so many-th time how far it has come; 0 for at once. */
  readonly interruptedAt?: number
  /** What the person answers who is there, question by question, and then ends it. Default: nobody is there. */
  readonly answers?: readonly string[] | ((question: string) => Promise<string>)
}

/** The command as a person runs it who looks at everything. */
export async function runInTerminal(
  args: readonly string[],
  { interruptedAt = Number.POSITIVE_INFINITY, answers }: RunOptions = {},
): Promise<Ran> {
  const out: string[] = []
  const error: string[] = []
  const progress: string[] = []
  const questions: string[] = []
  let written = ''
  const interruption = new AbortController()
  const interruptInTime = () => {
    if (progress.length >= interruptedAt) interruption.abort()
  }
  interruptInTime()
  const code = await runCommand(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    write: async (text) => {
      written += text
    },
    progress(line) {
      progress.push(line)
      interruptInTime()
    },
    interrupted: () => interruption.signal,
    ask: answers
      ? async (question) => {
          questions.push(question)
          return typeof answers === 'function' ? answers(question) : (answers[questions.length - 1] ?? null)
        }
      : null,
    paint: (_colour, text) => text,
  })
  return { code, out: out.join('\n'), error: error.join('\n'), written, progress, questions }
}
