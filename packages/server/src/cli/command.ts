export interface Terminal {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
}

/** Resolves to the exit code: 0 all is well, 1 it is not, 2 the command was not understood. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>
