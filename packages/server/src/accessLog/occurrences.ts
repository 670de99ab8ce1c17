import { copyOf } from './copyOf.js'

/** Lines of one second come close together, so few have to be remembered. */
const REMEMBERED = 20_000

/** Counts how often a file has had the same line: servers log to the second, and some readers click twice in one. */
export class Occurrences {
  #recent = new Map<string, number>()
  #older = new Map<string, number>()

  /** The how many-th time this line comes, from 1. */
  next(line: string): number {
    const nth = (this.#recent.get(line) ?? this.#older.get(line) ?? 0) + 1
    this.#recent.set(copyOf(line), nth)
    if (this.#recent.size >= REMEMBERED) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    return nth
  }
}
