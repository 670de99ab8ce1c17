import type { ReactNode } from 'react'
import type { Locale } from '../lib/locales'
import { wordsFor } from '../lib/words'
import { Brand } from './Brand'
import { LanguageSwitch } from './LanguageSwitch'

interface HeaderProps {
  readonly locale: Locale
  /** The search bar, on every page but the home page, which has a large one. */
  readonly children?: ReactNode
}

export function Header({ locale, children }: HeaderProps) {
  return (
    <header className="header">
      <div className="header-inside">
        <Brand locale={locale} />
        {children}
        <LanguageSwitch locale={locale} label={wordsFor(locale).site.switchLanguage} />
      </div>
    </header>
  )
}
