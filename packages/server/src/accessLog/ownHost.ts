import { hostName } from './referrals.js'

/** Different hosts, at most: more are spam, and the own one is among the first. */
const MOST_HOSTS = 1_000

/**
 * Finds the host that the log is of, which its lines do not say: images, styles and scripts are asked for by its own
 * pages, so it is the one that most of their Referers name.
 */
export class OwnHost {
  readonly #asked = new Map<string, number>()

  /** Of a request for what pages are made of. */
  note(referer: string | null): void {
    const host = referer ? URL.parse(referer)?.hostname : null
    if (!host) return
    const name = hostName(host)
    const times = this.#asked.get(name)
    if (times === undefined && this.#asked.size >= MOST_HOSTS) return
    this.#asked.set(name, (times ?? 0) + 1)
  }

  /** null when no such request named one. */
  found(): string | null {
    const [most] = [...this.#asked].sort(([a, times], [b, often]) => often - times || (a < b ? -1 : 1))
    return most?.[0] ?? null
  }
}
