import { notFound } from 'next/navigation'
import { isLocale, type Locale } from './locales'

/** The language of a page, from its address. */
export async function localeOf(params: Promise<{ readonly locale: string }>): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}
