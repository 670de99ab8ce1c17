import {
  type ArticleOpen,
  type Envelope,
  explain,
  type HelpEvent,
  recount,
  type SessionExplained,
} from '@helptally/core'

const START = Date.parse('2026-11-22T10:00:00Z')
const TAB = '019ab000-0000-7000-8000-0000000000bb'
const idOf = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`
const FIRST = idOf(1)

/** An event at `second` of the session; `activeAt` in seconds too. */
function event<Fields>(seq: number, second: number, activeAt: number | null, fields: Fields): Envelope & Fields {
  return {
    id: idOf(seq),
    v: 1,
    site: 'ayuda',
    channel: 'help',
    tabId: TAB,
    seq,
    sessionId: FIRST,
    visitorId: idOf(999),
    ts: START + second * 1000,
    activeAt: activeAt === null ? null : START + activeAt * 1000,
    page: '/es/articulos/instalar',
    article: { id: 'instalar' },
    ...fields,
  }
}

const open = (
  article: string,
  entry: ArticleOpen['entry'],
  via: ArticleOpen['via'],
  position?: number,
): ArticleOpen => ({
  name: 'help.article.open',
  article: { id: article },
  entry,
  via,
  nav: 'soft',
  previousId: null,
  ...(position === undefined ? {} : { position }),
})

/** Opened by Enter; a vital; a search after 48 s; away until 200 s, then another article after an idle 4 min 59 s; a vote. */
export const someEvents: readonly HelpEvent[] = [
  event(1, 0, null, open('instalar', 'search_enter', 'search_result', 2)),
  event(2, 3, 0, { name: 'browser.web_vital', metric: 'LCP', value: 640, metricId: 'v6-1', navigation: 'soft' }),
  event(3, 48, 0, {
    name: 'help.search.submit',
    queryId: idOf(50),
    query: 'pestañas',
    trigger: 'typing_pause',
    results: 7,
  }),
  event(4, 210, 200, { name: 'help.article.progress', cause: 'hidden' }),
  event(5, 499, 200, open('pestanas', 'article_click', 'suggestion', 3)),
  event(6, 520, 500, { name: 'help.feedback.vote', article: { id: 'pestanas' }, value: 1 }),
]

/** What the rulebook says of the events at `second` of their session. */
export function explained(second: number, events: readonly HelpEvent[] = someEvents): SessionExplained {
  return explain(recount(events, START + second * 1000)[0]!)
}
