import type { VitalName } from '@helptally/core'
import type { Random } from './random.js'
import type { SeedTab } from './seedTab.js'

type Navigation = 'hard' | 'soft'

/** Median and spread (of the logarithm) of what readers' browsers report; ms, CLS without unit. */
const TYPICAL: Readonly<Record<Navigation, Partial<Record<VitalName, readonly [median: number, spread: number]>>>> = {
  hard: { TTFB: [320, 0.5], FCP: [1_050, 0.4], LCP: [1_650, 0.45], CLS: [0.02, 1.1], INP: [95, 0.6] },
  soft: { LCP: [380, 0.5], CLS: [0.006, 1.1], INP: [80, 0.6] },
}
/** A page that nobody touches reports no INP. */
const TOUCHED = 0.75

/** The vitals of the article on screen. */
export function tellVitals(tab: SeedTab, random: Random, navigation: Navigation): void {
  for (const [metric, [median, spread]] of Object.entries(TYPICAL[navigation])) {
    if (metric === 'INP' && !random.chance(TOUCHED)) continue
    const digits = metric === 'CLS' ? 4 : 1
    tab.tell({
      name: 'browser.web_vital',
      metric: metric as VitalName,
      value: Number(random.logNormal(median, spread).toFixed(digits)),
      metricId: `v5-${tab.newId()}`,
      navigation,
    })
  }
}
