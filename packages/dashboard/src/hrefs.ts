import type { DashboardLocale } from './locale.js'
import type { RangeDays } from './period.js'

/** Where the links of the dashboard lead. What a caller leaves out of `overview` stays as it is. */
export interface Hrefs {
  overview(params: Partial<{ days: RangeDays; locale: DashboardLocale }>): string
  /** The timeline of the session with this id. */
  session(id: string): string
}
