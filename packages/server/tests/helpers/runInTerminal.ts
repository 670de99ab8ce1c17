import { runCommand } from '../../src/cli/runCommand.js'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
  /** All that was said of how far it had come. */
  readonly progress: readonly string[]
}

/** The command as a person runs it who looks at everything. */
export async function runInTerminal(
  args: readonly string[],
  { interrupted = new AbortController().signal }: { readonly interrupted?: AbortSignal } = {},
): Promise<Ran> {
  const out: string[] = []
  const error: string[] = []
  const progress: string[] = []
  const code = await runCommand(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    progress: (line) => progress.push(line),
    interrupted: () => interrupted,
  })
  return { code, out: out.join('\n'), error: error.join('\n'), progress }
}
