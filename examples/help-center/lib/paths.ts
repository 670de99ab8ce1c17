import type { Category } from './categories'
import type { Locale } from './locales'

export const homePath = (locale: Locale) => `/${locale}`
export const categoryPath = (locale: Locale, category: Category) => `/${locale}/categories/${category}`
export const articlePath = (locale: Locale, slug: string) => `/${locale}/articles/${slug}`
export const searchPath = (locale: Locale) => `/${locale}/search`
export const chatPath = (locale: Locale) => `/${locale}/chat`
export const searchIndexPath = (locale: Locale) => `/${locale}/search-index.json`
export const markdownPath = (locale: Locale, slug: string) => `/markdown/${locale}/${slug}.md`
export const LLMS_FULL_PATH = '/llms-full.txt'
export const DASHBOARD_PATH = '/help-insights'

/** The same page in another language: every address starts with its locale and is otherwise the same. */
export const inLocale = (pathname: string, locale: Locale) => pathname.replace(/^\/[^/]+/, `/${locale}`)
