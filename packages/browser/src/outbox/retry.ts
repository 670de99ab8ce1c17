import type { Ports, Reply } from '../ports/ports.js'

const SHORTEST_MS = 250
const LONGEST_MS = 30_000
/** However long the collector asks for: browsers take a greater delay than 2^31 ms for none. */
const LONGEST_ASKED_MS = 3_600_000
/** Of the time that an outage has lasted, so much is waited for the next try. */
const SHARE = 1 / 6

/** When to try again. */
export interface Retry {
  /** No answer, or none that helps; the answer is how long to wait, ms. */
  failed(reply: Reply | undefined): number
  /** The outage is over, or there is nothing left to try. */
  end(): void
  isFailing(): boolean
  /** Something has happened that makes a try worth while before its time: the network is back, say. */
  mayProbe(): boolean
}

/** Waits for a share of the time that an outage has lasted, so that what waited is delivered soon after its end. */
export function createRetry({ clock, random }: Pick<Ports, 'clock' | 'random'>): Retry {
  let failingSince: number | null = null
  let probeFrom = 0

  const jitter = () => (256 + random(new Uint8Array(1))[0]!) / 512
  return {
    failed(reply) {
      const now = clock.now()
      failingSince ??= now
      const share = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (now - failingSince) * SHARE))
      const asked = Math.min(reply?.retryAfterMs ?? 0, LONGEST_ASKED_MS)
      probeFrom = now + Math.max(SHORTEST_MS, asked)
      return asked || Math.round(share * jitter())
    },
    end() {
      failingSince = null
    },
    isFailing: () => failingSince !== null,
    mayProbe: () => failingSince !== null && clock.now() >= probeFrom,
  }
}
