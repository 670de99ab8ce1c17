'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../lib/locales'
import { inLocale } from '../lib/paths'

interface LanguageSwitchProps {
  readonly locale: Locale
  /** What the switch does, in the language it leads to. */
  readonly label: string
}

/** Leads to the same page in the other language. Not prefetched: few readers switch, and a page that is missing is missing there too. */
export function LanguageSwitch({ locale, label }: LanguageSwitchProps) {
  const pathname = usePathname()
  const other = LOCALES.find((candidate) => candidate !== locale) ?? locale
  return (
    <Link
      className="language"
      href={inLocale(pathname, other)}
      prefetch={false}
      lang={other}
      hrefLang={other}
      title={label}
    >
      {LANGUAGE_NAMES[other]}
    </Link>
  )
}
