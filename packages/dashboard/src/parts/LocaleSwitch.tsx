import type { ReactElement } from 'react'
import type { Hrefs } from '../hrefs.js'
import { type DashboardLocale, LOCALE_NAMES } from '../locale.js'

interface Props {
  readonly label: string
  readonly current: DashboardLocale
  readonly hrefs: Hrefs
}

export function LocaleSwitch({ label, current, hrefs }: Props): ReactElement {
  const locales = Object.keys(LOCALE_NAMES) as DashboardLocale[]
  return (
    <nav className="ht-locales" aria-label={label}>
      {locales.map((locale) => (
        <a
          key={locale}
          href={hrefs.overview({ locale })}
          hrefLang={locale}
          lang={locale}
          aria-current={locale === current ? 'true' : undefined}
        >
          {LOCALE_NAMES[locale]}
        </a>
      ))}
    </nav>
  )
}
