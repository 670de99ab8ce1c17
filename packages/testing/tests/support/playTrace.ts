import { explain } from '@helptally/core'
import { countedAt, sessionsOf, type TabEvent, type Trace, type TraceSession } from '@helptally/core/conformance'
import { type HelpSearch, type HelpTab, type SimulatedHelp, simulateHelp } from '../../src/index.js'

/** What a reader did, done in the simulated browser. Ends with everything counted that pages had to tell. */
export async function playTrace(trace: Trace): Promise<{ help: SimulatedHelp; sessions: readonly TraceSession[] }> {
  const help = simulateHelp({
    ...{ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' },
    ...{ chosen: trace.consent, startsAt: trace.startsAt - LEAD_MS, actMs: 0 },
  })
  const tabs = new Map<string, HelpTab>()
  const searches = new Map<string, HelpSearch>()
  const threadOf = new Map<string, string>()
  const until = (at: number) => help.advance(trace.startsAt + at - help.now())

  for (const thread of Object.keys(trace.threads)) {
    const first = trace.events.find((event): event is TabEvent => 'in' in event && event.in === thread)
    const opensIt = first?.does === 'open' && first.by === 'direct_link'
    if (!opensIt) tabs.set(thread, await help.openTab(HOME))
  }
  for (const event of trace.events) {
    const isTyped = event.does === 'search' || (chooses(event) && !searches.has(event.in))
    if (isTyped) await until(event.at - SEARCH_MS)
    if (isTyped) await type(tabs.get(event.in)!, event, searches)
    await until(event.at)
    if (event.does === 'grant') await help.grantConsent()
    else if (event.does === 'refuse') await help.refuseConsent()
    else if (event.does === 'open' && !tabs.has(event.in)) tabs.set(event.in, await help.openTab(pathOf(event.article)))
    else if ('in' in event) await playInTab(tabs.get(event.in)!, event as TabEvent, searches)
    for (const [thread, tab] of tabs) if (tab.state.tabId) threadOf.set(tab.state.tabId, thread)
  }
  await until(countedAt(trace) - trace.startsAt)
  for (const [thread, tab] of tabs) if (tab.state.tabId) threadOf.set(tab.state.tabId, thread)
  const explained = help.sessions().map((session) => explain(session))
  return { help, sessions: sessionsOf(explained, trace, (id) => threadOf.get(id)!).sessions }
}

type Opening = Extract<TabEvent, { does: 'open' }>

const HOME = '/en'
/** Tabs are open before the first thing happens, and a search takes its time. */
const LEAD_MS = 10_000
const SEARCH_MS = 1_000

const pathOf = (article: string) => `/en/articles/${article}`

async function playInTab(tab: HelpTab, event: TabEvent, searches: Map<string, HelpSearch>): Promise<void> {
  switch (event.does) {
    case 'open':
      return open(tab, event, searches)
    case 'input':
      return tab.scroll()
    case 'vote':
      return tab.vote(1)
    case 'contact':
      return tab.tell({ name: 'help.contact.start', method: 'form' })
    case 'suggestions':
      return tab.tell({ name: 'help.suggestion.view', listId: 'below-article', items: 3 })
    case 'leave':
      return tab.show(HOME)
    case 'hide':
      return tab.hide()
    case 'return':
      return tab.isOpen ? tab.look() : tab.reopen()
    case 'close':
      return tab.close()
    case 'move':
      tab.page.hear(document.body, new MouseEvent('mousemove', { bubbles: true }))
  }
}

const chooses = (event: Trace['events'][number]): event is Opening =>
  event.does === 'open' && event.by.startsWith('option_')

async function type(tab: HelpTab, event: TabEvent, searches: Map<string, HelpSearch>): Promise<void> {
  const search = tab.search(event.does === 'search' ? event.query : 'install')
  searches.set(event.in, search)
  await search
}

async function open(
  tab: HelpTab,
  { by, article, in: thread }: Opening,
  searches: Map<string, HelpSearch>,
): Promise<void> {
  const path = pathOf(article)
  switch (by) {
    case 'direct_link':
      return tab.goTo(path)
    case 'reload':
      return tab.reload()
    case 'back':
      await tab.goTo(HOME)
      return tab.goBack()
  }
  // A link to the article on screen opens none: the reader comes to it from the home page.
  if (tab.path !== HOME) await tab.show(HOME)
  if (by === 'option_enter') return searches.get(thread)!.enter(path)
  if (by === 'option_click') return searches.get(thread)!.click(path)
  const via = ({ click: undefined, suggestion: 'suggestion', link_in_article: 'in_article' } as const)[by]
  return tab.click(path, via ? { via } : {})
}
