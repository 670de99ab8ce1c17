import type { ReactElement, ReactNode } from 'react'
import type { DashboardLocale } from '../locale.js'

/** The root that carries the style's scope and the language. */
export function Frame({ locale, children }: { locale: DashboardLocale; children: ReactNode }): ReactElement {
  return (
    <div className="ht-insights" lang={locale}>
      {children}
    </div>
  )
}
