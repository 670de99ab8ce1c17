import { NBSP } from '../format/duration.js'
import type { View } from '../view.js'

const UNITS = [
  ['GB', 1_000_000_000],
  ['MB', 1_000_000],
  ['kB', 1_000],
] as const

/** `12.3 MB`, the same units in both languages. */
export function sizeText(bytes: number, { format }: Pick<View, 'format'>): string {
  const [unit, size] = UNITS.find(([, least]) => bytes >= least) ?? ['B', 1]
  return `${format.tenths(bytes / size)}${NBSP}${unit}`
}
