import type { ReactElement } from 'react'
import { type DashboardLocale, LOCALE_NAMES } from '../locale.js'
import { hereWith, type View } from '../view.js'

export function LocaleSwitch({ view }: { view: View }): ReactElement {
  const locales = Object.keys(LOCALE_NAMES) as DashboardLocale[]
  return (
    <nav className="ht-locales" aria-label={view.words.frame.language}>
      {locales.map((locale) => (
        <a
          key={locale}
          href={hereWith(view, { lang: locale })}
          hrefLang={locale}
          lang={locale}
          aria-current={locale === view.locale ? 'true' : undefined}
        >
          {LOCALE_NAMES[locale]}
        </a>
      ))}
    </nav>
  )
}
