import type { DashboardLocale } from '@helptally/dashboard'

/** The language asked for in the address, else the browser's first that the dashboard speaks. */
export function dashboardLocale(asked: string | undefined, acceptLanguage: string | null): DashboardLocale {
  const wanted = [asked ?? '', ...(acceptLanguage ?? '').split(',')].map((tag) => tag.trim().slice(0, 2).toLowerCase())
  return wanted.find((tag) => tag === 'es' || tag === 'en') === 'es' ? 'es' : 'en'
}
