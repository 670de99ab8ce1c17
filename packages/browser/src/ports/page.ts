import type { Nav } from '@helptally/core'
import type { PageSeen } from './ports.js'

export function browserPage<T>(onNavigate: T): PageSeen & { readonly onNavigate: T } {
  // Missing under a faked clock, and in jsdom.
  const entry = () => performance.getEntriesByType?.('navigation')[0] as PerformanceNavigationTiming | undefined
  const loadedPath = location.pathname
  let url: URL | undefined
  const isAsLoaded = () => location.pathname === loadedPath
  return {
    url() {
      if (url?.href !== location.href) url = new URL(location.href)
      return url
    },
    get loadedBy() {
      return isAsLoaded() ? loadedBy(entry()?.type) : 'soft'
    },
    wasDiscarded: (document as { wasDiscarded?: boolean }).wasDiscarded === true,
    referrer: document.referrer,
    get failed() {
      return isAsLoaded() && (entry()?.responseStatus ?? 200) >= 400
    },
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
