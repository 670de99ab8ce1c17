import { help } from '../channels.js'
import type { ArticleRef, EventFields, HelpEvent } from '../events.js'
import { EVENT_VERSION } from '../eventVersion.js'
import { factOf } from '../session/facts.js'
import { advanceTab } from '../session/machine.js'
import { newThread, type ThreadState } from '../session/thread.js'
import { consentedActs } from './consentedActs.js'
import { idsOf } from './ids.js'
import { type TabEvent, type Trace, WAYS } from './trace.js'

/** One tab, as its page knows it. */
interface Page {
  readonly tabId: string
  seq: number
  state: ThreadState
  activeAt: number | null
  article: ArticleRef | null
  openId: string | null
  queryId: string | null
}

export interface ToldTab {
  readonly event: HelpEvent
  readonly of: TabEvent
}

/** What pages tell of a trace, with the sessions that they count: those of the rulebook. */
export function tellTabs(trace: Trace): ToldTab[] {
  const idOf = idsOf(trace.name)
  const visitorId = visitorOf(trace)
  const pages = new Map<string, Page>()
  return consentedActs(trace).flatMap(({ event, life }): ToldTab[] => {
    const name = `${event.in} ${life}`
    const page = pages.get(name) ?? newPage(idOf(trace.startsAt, `tab ${name}`))
    pages.set(name, page)
    const at = trace.startsAt + event.at
    const id = idOf(at, `event ${name} ${page.seq}`)
    const fields = fieldsOf(event, page, id)
    if (!fields) return []
    const before = page.activeAt
    count(page, { ...fields, id }, at)
    const { open } = page.state
    const told = {
      ...{ id, v: EVENT_VERSION, site: 'docs', channel: 'help', tabId: page.tabId, seq: page.seq, visitorId },
      ...{ sessionId: open?.id ?? null, ts: at, activeAt: before, page: pathOf(page.article) },
      ...{ article: page.article, ...fields },
      ...(fields.name === 'help.article.open' && { previousId: open?.id === id ? open.previousId : null }),
    } as HelpEvent
    return [{ event: told, of: event }]
  })
}

/** The reader of a trace, in all its tabs and conversations. */
export const visitorOf = ({ name, startsAt }: Trace): string => idsOf(name)(startsAt, 'visitor')

const newPage = (tabId: string): Page => {
  const nothing = { activeAt: null, article: null, openId: null, queryId: null }
  return { tabId, seq: 0, state: newThread, ...nothing }
}

/** Steps the machine as the page does. */
function count(page: Page, event: EventFields & { readonly id: string }, at: number): void {
  page.seq += 1
  page.state = advanceTab(help, page.state, factOf(event), at).state
  page.activeAt = page.state.open?.lastAt ?? page.activeAt
}

/** What is told of it; null when a page tells nothing. Follows what is on screen. */
function fieldsOf(event: TabEvent, page: Page, id: string): EventFields | null {
  const article = page.article ?? { id: 'install' }
  switch (event.does) {
    case 'open': {
      const isOption = event.by === 'option_click' || event.by === 'option_enter'
      page.article = { id: event.article }
      page.openId = id
      const chosen = isOption && page.queryId !== null && { queryId: page.queryId, position: 1 }
      return { name: 'help.article.open', article: page.article, ...WAYS[event.by], previousId: null, ...chosen }
    }
    case 'search':
      page.queryId = id
      return { name: 'help.search.submit', queryId: id, query: event.query, trigger: 'enter', results: 3 }
    case 'input':
      return { name: 'help.article.progress', cause: 'input' }
    case 'hide':
    case 'close':
      return { name: 'help.article.progress', cause: 'hidden' }
    case 'vote':
      return { name: 'help.feedback.vote', article, value: 1 }
    case 'contact':
      return { name: 'help.contact.start', method: 'form' }
    case 'suggestions':
      return { name: 'help.suggestion.view', listId: 'below-article', items: 3 }
    case 'leave':
      page.article = null
      return { name: 'help.article.leave', article, openId: page.openId ?? id, engagedMs: 0, scroll: 0 }
    case 'vital':
      return { name: 'browser.web_vital', metric: 'LCP', value: 900, metricId: id, navigation: 'hard' }
    default:
      return null
  }
}

const pathOf = (article: ArticleRef | null): string => (article ? `/articles/${encodeURIComponent(article.id)}` : '/')
