export interface Terminal {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  /** Writes data as it is to the standard output; resolves when more may come, rejects when nobody reads it any more. */
  readonly write: (text: string) => Promise<void>
  /** Says how far a long work has come, in the place of what it said before; nothing where nobody looks. */
  readonly progress: (line: string) => void
  /** Aborted by the first Ctrl-C, by whom this was asked for; a second one ends the process. */
  readonly interrupted: () => AbortSignal
  /** Asks the person who is there, and resolves to the answer, null when they end it. null where nobody is there. */
  readonly ask: ((question: string) => Promise<string | null>) | null
  /** A text in a colour, where colours are seen. */
  readonly paint: (colour: Colour, text: string) => string
}

export type Colour = 'red' | 'green' | 'cyan' | 'bold'

/** The exit code of a command that was interrupted, as shells have it. */
export const INTERRUPTED = 130

/** The exit code of a command that has shown what it would change, and was not told to. */
export const UNCONFIRMED = 3

/** Says what was expected, and is the exit code for it. */
export const misreadBy =
  ({ error }: Terminal) =>
  (expected: string): number => {
    error(`[helptally] ${expected}. See helptally --help.`)
    return 2
  }

export interface Command {
  /** What it does, for the list of all, <= 60 characters. */
  readonly says: string
  /** How it is called, what it does, and its options. */
  readonly help: string
  /** Resolves to the exit code: 0 all is well, 1 it is not, 2 the command was not understood, 3 nobody said yes. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
}
