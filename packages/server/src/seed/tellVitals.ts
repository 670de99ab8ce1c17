import type { Device, VitalName } from '@helptally/core'
import type { Random } from './random.js'
import type { SeedTab } from './seedTab.js'

type Navigation = 'hard' | 'soft'

/** One vital of one page view, as its browser reports it. */
export interface VitalReading {
  readonly metric: VitalName
  readonly value: number
  readonly metricId: string
  readonly navigation: Navigation
  readonly openId?: string
}

/** Median and spread (of the logarithm) of what readers' browsers report; ms, CLS without unit. */
const TYPICAL: Readonly<Record<Navigation, Partial<Record<VitalName, readonly [median: number, spread: number]>>>> = {
  hard: { TTFB: [320, 0.5], FCP: [1_050, 0.4], LCP: [1_650, 0.45], CLS: [0.02, 1.1], INP: [95, 0.6] },
  soft: { LCP: [380, 0.5], CLS: [0.006, 1.1], INP: [80, 0.6] },
}
const SLOWNESS: Readonly<Record<Device, number>> = { phone: 1.5, tablet: 1.2, desktop: 0.9 }
/** A page that nobody touches reports no INP. */
const TOUCHED = 0.75

/** The vitals of the article on screen. */
export function measureVitals(tab: SeedTab, random: Random, navigation: Navigation): readonly VitalReading[] {
  const { openId } = tab
  const measured = Object.entries(TYPICAL[navigation]).filter(([metric]) => metric !== 'INP' || random.chance(TOUCHED))
  return measured.map(([metric, [median, spread]]) => ({
    metric: metric as VitalName,
    value: rounded(metric, random.logNormal(median, spread) * SLOWNESS[tab.reader.device]),
    metricId: `v5-${tab.newId()}`,
    navigation,
    ...(openId !== null && { openId }),
  }))
}

export function tellVitals(tab: SeedTab, vitals: readonly VitalReading[]): void {
  for (const vital of vitals) tab.tell({ name: 'browser.web_vital', ...vital })
}

/** What has got worse since it was told first: the last report of a page view counts. */
export function tellVitalsAgain(tab: SeedTab, vitals: readonly VitalReading[], random: Random): void {
  for (const vital of vitals) {
    if ((vital.metric !== 'CLS' && vital.metric !== 'INP') || !random.chance(0.15)) continue
    const value = rounded(vital.metric, vital.value * (1.1 + random.next()))
    tab.tell({ name: 'browser.web_vital', ...vital, value })
  }
}

const rounded = (metric: string, value: number): number => Number(value.toFixed(metric === 'CLS' ? 4 : 1))
