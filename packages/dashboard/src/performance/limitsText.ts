import type { VitalName } from '@helptally/core'
import { NBSP } from '../format/duration.js'
import type { Formats } from '../format/formats.js'
import type { View } from '../view.js'
import { THRESHOLDS } from './vitalRating.js'

/** `good to 2.5 s, poor above 4 s` */
export function limitsText(metric: VitalName, { words, format }: View): string {
  const { good, poor } = THRESHOLDS[metric]
  const write = WRITE_LIMIT[metric]
  return words.vitals.thresholds(write(good, format), write(poor, format))
}

const inSeconds = (value: number, format: Formats): string => `${format.plain(value / 1000)}${NBSP}s`

const WRITE_LIMIT: Readonly<Record<VitalName, (value: number, format: Formats) => string>> = {
  LCP: inSeconds,
  INP: (value, format) => format.milliseconds(value),
  CLS: (value, format) => format.plain(value),
  FCP: inSeconds,
  TTFB: inSeconds,
}
