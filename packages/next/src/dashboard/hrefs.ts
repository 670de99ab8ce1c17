import type { Hrefs } from '@helptally/dashboard'

/** Links that keep what the address says already: the range and the language. */
export function insightsHrefs(path: string, search: Readonly<Record<string, string | string[] | undefined>>): Hrefs {
  const withParams = (to: string, changes: Readonly<Record<string, unknown>>) => {
    const kept = { days: search.days, locale: search.locale, ...changes }
    const given = Object.entries(kept).filter(([, value]) => value !== undefined)
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
    return query ? `${to}?${query}` : to
  }
  return {
    overview: (params) => withParams(path, params),
    session: (id) => withParams(`${path}/sessions/${encodeURIComponent(id)}`, {}),
  }
}
