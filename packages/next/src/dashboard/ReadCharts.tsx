'use client'

import { useEffect } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }

const CHARTS = '.ht-insights svg[role="img"]:has([data-reading])'

/** The arrow keys go through the bars of the chart that has the focus, and tell the numbers of each. */
export function ReadCharts(): null {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const bars = barsOf(event.target)
      if (step === undefined || bars.length === 0) return
      event.preventDefault()
      const at = bars.findIndex((bar) => bar.dataset.reading === 'on')
      // From no bar, the left arrow begins at the last one.
      const next = at < 0 && step === -1 ? bars.length - 1 : Math.max(0, Math.min(at + step, bars.length - 1))
      tell(bars, bars[next])
    }
    const onLeave = (event: FocusEvent) => {
      const bars = barsOf(event.target)
      if (bars.length > 0) tell(bars, undefined)
    }
    // Without a script there would be nothing to do at a chart.
    for (const chart of document.querySelectorAll(CHARTS)) chart.setAttribute('tabindex', '0')
    addEventListener('keydown', onKey)
    addEventListener('focusout', onLeave)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('focusout', onLeave)
    }
  }, [])
  return null
}

function barsOf(target: EventTarget | null): SVGElement[] {
  const isChart = target instanceof SVGElement && target.matches(CHARTS)
  return isChart ? [...target.querySelectorAll<SVGElement>('[data-reading]')] : []
}

/** In reading order: of a bar with a title that, else the texts of its box, name and number side by side. */
function textOf(bar: SVGElement): string {
  const title = bar.querySelector(':scope > title')
  if (title) return title.textContent.replaceAll('\n', ' · ')
  const lines = [...bar.querySelectorAll('text')]
  return lines.map((line) => [...line.childNodes].map((part) => part.textContent).join(' ')).join(' · ')
}

function tell(bars: readonly SVGElement[], told: SVGElement | undefined): void {
  for (const bar of bars) bar.dataset.reading = bar === told ? 'on' : ''
  const output = bars[0]?.closest('.ht-panel')?.querySelector('output')
  if (output) output.textContent = told ? textOf(told) : ''
}
