/** The languages that the dashboard speaks. */
export type DashboardLocale = 'en' | 'es'

export const LOCALE_NAMES: Readonly<Record<DashboardLocale, string>> = { en: 'English', es: 'Español' }
