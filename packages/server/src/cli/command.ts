export interface Terminal {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
}

/** Says what was expected, and is the exit code for it. */
export const misreadBy =
  ({ error }: Terminal) =>
  (expected: string): number => {
    error(`[helptally] ${expected}. See helptally --help.`)
    return 2
  }

/** Resolves to the exit code: 0 all is well, 1 it is not, 2 the command was not understood. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>
