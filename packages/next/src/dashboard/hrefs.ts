import { addressBelow } from '@helptally/core'
import { type Address, type Hrefs, KEPT_PARAMS, type PageId, SITE_PARAMS } from '@helptally/dashboard'

const PATHS: Readonly<Record<PageId, string>> = {
  overview: '',
  sessions: 'sessions',
  channels: 'channels',
  search: 'search',
  gaps: 'content-gaps',
  articles: 'articles',
  article: 'article',
  suggestions: 'suggestions',
  deflection: 'deflection',
  performance: 'performance',
  live: 'live',
  quality: 'data-quality',
  jobs: 'data-jobs',
  settings: 'settings',
}

/** The page at this path below the dashboard's own, or undefined. */
export function pageAt(segments: readonly string[]): PageId | undefined {
  const path = segments.join('/')
  return (Object.keys(PATHS) as PageId[]).find((page) => PATHS[page] === path)
}

/** Sessions, searches and pages that Live shows. */
export const LIVE_ROWS = '50'

type Params = Readonly<Record<string, string | undefined>>

interface Where {
  /** The path of the dashboard, and that of the reports: with a slash at the end, all below have one. */
  readonly path: string
  readonly base: string
  /** On show. */
  readonly page: PageId
  readonly site: string
  /** The site that is meant where an address names none. */
  readonly home: string
  readonly address: Address
  /** What every report of the page is asked for. */
  readonly slice: Readonly<Record<string, string>>
}

export function insightsHrefs({ path, page, base, site, home, address, slice }: Where): Hrefs {
  const pathOf = (to: PageId) => (PATHS[to] ? addressBelow(path, PATHS[to]) : path)
  const ofReports = (below: string, params: Params) => withParams(addressBelow(base, below), params)
  return {
    to(to, changes = {}) {
      const kept = to === page ? changes : pick(changes, address)
      return withParams(pathOf(to), { ...pickKept(address), ...kept })
    },
    ofSite(other) {
      const kept = { ...pickKept(address), ...Object.fromEntries(SITE_PARAMS.map((name) => [name, ''])) }
      // Another site has other articles.
      const to = page === 'article' ? 'articles' : page
      return withParams(pathOf(to), { ...kept, site: other === home ? '' : other })
    },
    session: (id) => withParams(addressBelow(pathOf('sessions'), encodeURIComponent(id)), pickKept(address)),
    live: ofReports('live', { ...slice, from: '', to: '', limit: LIVE_ROWS }),
    changeGap: ofReports('gaps', { site }),
    job: (kind, nr) => ofReports(`${kind}s${nr === undefined ? '' : `/${nr}`}`, { site }),
    exportFile: (nr) => ofReports(`exports/${nr}/file`, { site }),
    csv: (report, params = {}) => ofReports(`reports/${report}`, { ...slice, ...params, format: 'csv' }),
  }
}

/** On the way to another page, what only this one understood stays behind, unless it is said anew. */
function pick(changes: Address, address: Address): Address {
  const isNew = ([name, value]: readonly [string, string | undefined]) =>
    (KEPT_PARAMS as readonly string[]).includes(name) ||
    value !== address[name as keyof Address] ||
    // What is behind a number of one article needs its name.
    (name === 'of' && changes.behind !== undefined)
  return Object.fromEntries(Object.entries(changes).filter(isNew))
}

const pickKept = (address: Address): Address =>
  Object.fromEntries(KEPT_PARAMS.flatMap((name) => (address[name] ? [[name, address[name]]] : [])))

function withParams(to: string, params: Params): string {
  const said = Object.entries(params).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const query = new URLSearchParams(said).toString()
  return query ? `${to}?${query}` : to
}
