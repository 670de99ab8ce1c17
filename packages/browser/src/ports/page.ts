import type { Nav } from '@helptally/core'
import { onNavigate } from './onNavigate.js'
import type { Page } from './ports.js'

export function browserPage(): Page {
  // Missing under a faked clock, and in jsdom.
  const entry = performance.getEntriesByType?.('navigation')[0] as PerformanceNavigationTiming | undefined
  return {
    url: () => new URL(location.href),
    loadedBy: loadedBy(entry?.type),
    referrer: document.referrer,
    failed: (entry?.responseStatus ?? 200) >= 400,
    get locale() {
      return document.documentElement.lang
    },
    onNavigate,
  }
}

function loadedBy(type: string | undefined): Nav {
  if (type === 'reload') return 'reload'
  return type === 'back_forward' ? 'history' : 'load'
}
