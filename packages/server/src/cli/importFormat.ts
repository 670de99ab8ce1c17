import type { ParseArgsOptionsConfig } from 'node:util'
import type { Store } from '../store/store.js'
import type { Terminal } from './command.js'

/** What an import is asked for. */
export interface ImportAsked {
  readonly files: readonly string[]
  /** By the names of the options, those of the format and its own. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly json: boolean
}

/** A kind of file that `helptally import` reads. */
export interface ImportFormat {
  /** The lines on it and on its options in the command's help. */
  readonly help: string
  /** Its own, beside those that all formats share. */
  readonly options: ParseArgsOptionsConfig
  /** Whether a file is taken for one when nobody says. */
  readonly isOne: (file: string) => boolean
  /** What was expected instead; null when all is well. */
  readonly misread: (asked: ImportAsked) => string | null
  /** Resolves to the exit code. `url`: the store's. */
  readonly run: (asked: ImportAsked, into: { url: string; store: Store }, terminal: Terminal) => Promise<number>
}
