import type { Act, Does } from '../acts.js'
import type { Article } from '../trace.js'
import type { ModelBrowser } from './modelBrowser.js'
import type { ModelTab } from './modelTab.js'

type Perform = (browser: ModelBrowser, tab: ModelTab, act: Act, to: Article) => Promise<void>

/** What happens in a tab that the reader looks at. */
const IN_A_TAB: Partial<Record<Does, Perform>> = {
  touch: async (browser, tab, { way }) => browser.touch(tab, way % 2 ? 'key' : 'wheel'),
  'click a link': (browser, tab, act) =>
    browser.follow(tab, { ...act, id: act.to === null ? 'home' : `link-${act.to}`, entry: 'article_click' }),
  'click a suggestion': (browser, tab, act, to) =>
    browser.follow(tab, { ...act, to, id: `suggestion-${to}`, entry: 'article_click' }),
  'click an option': (browser, tab, act, to) =>
    browser.follow(tab, { ...act, to, id: `option-${to}`, entry: 'article_click' }),
  'press Enter on an option': (browser, tab, act, to) =>
    browser.follow(tab, { ...act, to, id: `option-${to}`, entry: 'search_enter' }),
  type: async (browser, tab) => browser.type(tab),
  vote: async (browser, tab) => browser.vote(tab),
  'show by script': (browser, tab, { to }) => browser.route(tab, to, 'soft'),
  'go back softly': (browser, tab, { to }) => browser.route(tab, to, 'history'),
  'type an address': (browser, tab, { to, way }) => browser.navigate(tab, { to, by: 'address', kept: way % 3 > 0 }),
  'open elsewhere': (browser, tab, { way }, to) => browser.openElsewhere(tab, to, way),
  'open a window': (browser, tab, { way }, to) => browser.openWindow(tab, to, way % 2 ? 'named' : 'script'),
  reload: (browser, tab) => browser.navigate(tab, { to: tab.shows, by: 'reload', kept: false }),
  'go back': (browser, tab) => browser.goThroughHistory(tab, tab.behind, tab.ahead),
  'go forward': (browser, tab) => browser.goThroughHistory(tab, tab.ahead, tab.behind),
  refuse: (browser, tab) => browser.answerBanner(tab, 'refused'),
  grant: (browser, tab) => browser.answerBanner(tab, 'granted'),
}

/** What happens to a tab, or around all of them. */
const AROUND: Partial<Record<Does, Perform>> = {
  'open a tab': (browser, _tab, { to, way }) => browser.openTab({ to, by: 'address', seen: way > 2 }),
  duplicate: (browser, tab, { way }) => browser.duplicate(tab, 1 + (way % 3 ? 0 : way / 3)),
  close: (browser, tab) => browser.close(tab),
  reopen: (browser) => browser.reopen(),
  crash: (browser, tab) => browser.crash(tab),
  discard: (browser, tab) => browser.discard(tab),
  look: (browser, tab) => browser.look(tab),
  'look away': (browser) => browser.lookAway(),
  sleep: async (browser, _tab, { farMs }) => browser.sleep(farMs),
  'set the clock': async (browser, _tab, { farMs, way }) => browser.setClock(farMs, way % 2 ? 'back' : 'forward'),
}

export async function perform(browser: ModelBrowser, act: Act): Promise<void> {
  const { tabs } = browser
  if (tabs.length === 0 && act.does !== 'reopen') await browser.openTab({ to: act.to, by: 'address', seen: true })
  const tab = tabs[act.tab % Math.max(1, tabs.length)]!
  const to = act.to ?? 'a'
  const inTab = IN_A_TAB[act.does]
  if (inTab) {
    await browser.look(tab)
    if (tab.document) await inTab(browser, tab, act, to)
  } else await AROUND[act.does]!(browser, tab, act, to)
  await browser.pass(act.waitMs)
}
