import type { DashboardLocale, Hrefs } from '@helptally/dashboard'
import type { Store } from '@helptally/server'

/** What every page of the dashboard knows. */
export interface InsightsView {
  readonly site: string
  /** IANA. */
  readonly timeZone: string
  readonly locale: DashboardLocale
  readonly hrefs: Hrefs
  /** Epoch ms. */
  readonly now: number
  store(): Store
}
