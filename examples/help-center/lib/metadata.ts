import type { Metadata } from 'next'
import { LOCALES } from './locales'
import { inLocale } from './paths'

/** Tells search engines where the same page is in each language. */
export function languagesOf(pathname: string): Metadata['alternates'] {
  return {
    canonical: pathname,
    languages: Object.fromEntries(LOCALES.map((locale) => [locale, inLocale(pathname, locale)])),
  }
}
