import type { WebVital } from '@helptally/core'
import { type MetricType, onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals'

/** A ten-thousandth of a shift, or of a millisecond, is as exact as anybody measures. */
const EXACT = 10_000

/** Told with the address of the navigation that was measured: late reports belong to the page before. */
export type OnVital = (vital: WebVital, url: URL) => void

/** Reports each vital of each navigation, soft ones too where the browser sees them (Chromium 151 and later). */
export function reportVitals(onVital: OnVital): void {
  const report = (metric: MetricType) => {
    const navigation = metric.navigationType === 'soft-navigation' ? 'soft' : 'hard'
    const { name, value, id, navigationURL = location.href } = metric
    // Nothing is fetched by name in a soft navigation: its time to first byte is 0 by definition.
    if (name === 'TTFB' && navigation === 'soft') return
    onVital(
      { name: 'browser.web_vital', metric: name, value: Math.round(value * EXACT) / EXACT, metricId: id, navigation },
      new URL(navigationURL, location.href),
    )
  }
  for (const on of [onLCP, onINP, onCLS, onFCP, onTTFB]) on(report, { reportSoftNavs: true })
}
