import type { Rate } from '@helptally/server/reports'
import type { View } from '../view.js'

/** A share with its n as one text, for those who hear it: `12% n = 340`. */
export function saidRate({ rate, n }: Rate, { words, format }: View): string {
  return rate === null ? '—' : `${format.share(rate)} ${words.frame.n(format.count(n))}`
}
