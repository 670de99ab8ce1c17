'use client'

import { useEffect } from 'react'
import { saveChart } from './saveChart.js'

/** Buttons that are named by `data-save` save the chart of their panel. */
export function SaveCharts(): null {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('.ht-insights [data-save]') : null
      const chart = button?.closest('.ht-panel')?.querySelector<SVGSVGElement>('svg[role="img"]')
      if (chart) void saveChart(chart, button!.dataset.save === 'PNG' ? 'png' : 'svg')
    }
    addEventListener('click', onClick)
    return () => removeEventListener('click', onClick)
  }, [])
  return null
}
