import { createElement } from 'react'
import { type DashboardLocale, Settings } from '../src/index.js'
import { HOSTILE } from './liveReports.js'
import { render } from './page.js'
import { pageView } from './reports.js'

export function settings(locale: DashboardLocale = 'en', site = 'ayuda'): string {
  return render(createElement(Settings, { page: pageView('settings', { locale, site }), leastTabs: 3 }))
}

/** The page as it is, and of a site with a name that somebody made up. */
export function everySettings(locale: DashboardLocale): Record<string, string> {
  return { settings: settings(locale), settingsHostile: settings(locale, HOSTILE) }
}
