import type { ArticleRef, FindArticle, Nav } from '@helptally/core'
import { classify } from './classify.js'
import { mayComeFromTab, type Opening } from './classifyByAddress.js'
import type { Counting } from './counting.js'
import type { Counted, Seen } from './head.js'
import type { ShownResults } from './helpEngine.js'
import { createOffers, type Given } from './offers.js'
import { findActivity } from './page/activity.js'
import { articleOn } from './page/articleOn.js'
import { findContact } from './page/findContact.js'
import { type Choice, findIntents } from './page/findIntents.js'
import { type Heard, hearReader, type Moment } from './page/heard.js'
import { type Intent, isForPage, isFresh } from './page/intent.js'
import { isResultsPage } from './page/isResultsPage.js'
import { lateSearchBox } from './page/lateSearchBox.js'
import { type Place, placeAt } from './page/place.js'
import { watchArticles } from './page/watchArticles.js'
import { REDIRECT_MS } from './passing.js'
import type { Clock, Page, Ports } from './ports/ports.js'
import { collectSearches } from './searches.js'

/** Something that the reader did, told to the count of the tab. */
export type Input = (counting: Counting) => void

/** An article on screen that counting has still to hear of. */
export interface Shown {
  readonly article: string
  /** A link in another tab may have led to it. */
  readonly mayBeOpened: boolean
  count(learned?: Partial<Opening>): Input
}

export interface Reader {
  /** What the reader did, */
  hear(heard: Heard): void
  /** what was on screen, */
  see(seen: Seen): void
  /** and when the banner was answered, epoch ms: all before this watch began. */
  answered(at: number): void
  /** The article on screen, to be counted as opened at `at` (epoch ms); undefined when none is shown. */
  openShown(at: number): Shown | undefined
  /** Why a tab that this one opened shows that article, once. `bornAt`: when its document began, epoch ms. */
  give(article: string, bornAt: number): Given | undefined
  showResults(shown: ShownResults, moment: Moment): void
  /** The reader goes: an article and a search on screen count as they stand. */
  leave(moment: Moment): void
  /** The page is back from the bfcache: its article is on screen again. */
  lookAgain(): void
  /** A click or Enter on this page that no article has followed yet; the next page may ask for it. */
  takeIntent(): Intent | null
  stop(): void
}

export interface ReaderParts {
  readonly ports: Ports
  readonly find: FindArticle
  readonly isHome: (pathname: string) => boolean
  /** A click that the document before left on its way. */
  readonly intentBefore: Intent | null
  /** The article on screen, if it is counted already. */
  readonly counted: Pick<Counted, 'article' | 'opening'> | null
  newId(): string
  /** The session that the tab surely has now; a tab back from the bfcache has to see first whether its own still lives. */
  sessionId(): string | null
  onInput(input: Input): void
  /** The reader has acted, */
  onAct(at: number): void
  /** or turned from the page that was on screen, at that time (epoch ms). */
  onLeft(at: number): void
  onArticle(article: ArticleRef | null): void
}

/** Watches what the reader does on this page and says it in the words of the count. */
export function watchReader({
  ports,
  find,
  isHome,
  intentBefore,
  counted,
  newId,
  sessionId,
  onInput,
  onAct,
  onLeft,
  onArticle,
}: ReaderParts): Reader {
  /** What is heard late happened then, and there. */
  let then: Moment | null = null
  const clock: Clock = {
    ...ports.clock,
    now: () => then?.at ?? ports.clock.now(),
    after: (ms, run) => ports.clock.after(Math.max(0, clock.now() + ms - ports.clock.now()), run),
  }
  const page: Page = Object.create(ports.page, { url: { value: () => then?.url ?? ports.page.url() } })
  const within = (moment: Moment, act: () => void) => {
    then = moment
    try {
      act()
    } finally {
      then = null
    }
  }
  let intent = intentBefore && isForPage(intentBefore, page) ? intentBefore : null
  /** Nothing on this page says that it leads anywhere: it stands until the reader does something else. */
  let guess = intent
  let actedAt = Number.NEGATIVE_INFINITY
  let shown: { readonly article: ArticleRef; readonly opening: Opening } | null = counted
  /** Why an article was shown that may only redirect, because nothing has happened since. */
  let passing: { readonly opening: Opening; readonly since: number } | null = null

  // Tabs have only the wall clock in common.
  const offers = createOffers()

  // A search belongs to the page it was made on, even when it is told on the next one.
  let searchPlace: Place
  /** The site tells of its searches itself. */
  let isToldOf = false
  /** The search that a page of results is for. */
  let askedId = intent?.queryId
  /** What is heard comes of a search box that the site has not marked. */
  let isFound = false
  const box = lateSearchBox(
    {
      find,
      isHome,
      soon: (run) => clock.after(0, run),
      onWords: (found) => isToldOf || showSearch(found),
    },
    (last) => last.event.type === 'keydown' && within(last, () => choose(last)),
  )
  const searches = collectSearches(clock, newId, (search) => {
    const [where, at] = [searchPlace, clock.now()]
    onInput((counting) => counting.note(search, where, at))
  })
  const showSearch = (results: ShownResults) => {
    searchPlace = placeAt(page, shown?.article ?? null)
    searches.show(results)
  }
  // The browser had put the tab to sleep. Waking it is no act: without a session its article waits for the first input.
  // Who answers the banner is awake, although nobody watched.
  let asleep = page.wasDiscarded
  const wake = (at: number) => {
    if (!asleep) return
    asleep = false
    const open = sessionId() ? undefined : openShown(at)
    if (open) onInput(open.count())
  }
  const openShown = (at: number): Shown | undefined => {
    if (!shown || asleep) return undefined
    const { article, opening } = shown
    const where = placeAt(page, article)
    return {
      article: article.id,
      mayBeOpened: mayComeFromTab(opening, page),
      count: (learned) => (counting) => counting.open(article, { ...opening, ...learned }, where, at),
    }
  }
  const onShown = (article: ArticleRef | null, nav: Nav | null) => {
    onArticle(article)
    if (!nav) return translate(article)
    box.close()
    searches.commit('leave')
    const now = clock.now()
    onLeft(now)
    if (nav === 'soft') asleep = false
    const redirected = nav === 'soft' && passing && now - passing.since < REDIRECT_MS ? passing.opening : null
    if (redirected) onInput((counting) => counting.passBy())
    const opening = redirected ?? (article && classify({ article, nav, now, intent, actedAt, page, find }))
    shown = article && opening && { article, opening }
    passing = nav === 'soft' && opening ? { opening, since: now } : null
    intent = null
    const open = openShown(now)
    if (open) onInput(open.count())
  }
  const translate = (article: ArticleRef | null) => {
    if (shown && article) shown = { ...shown, article }
  }
  const onChoice = ({ via, href, elsewhere, ...choice }: Choice) => {
    const at = clock.now()
    passing = null
    if (via === 'search_result') askedId = searches.commit(choice.entry === 'search_enter' ? 'enter' : 'option')
    const article = href === null ? null : articleAt(href)
    const from = via ?? viaOfPage()
    const given = { ...choice, via: from, ...(from === 'search_result' && askedId && { queryId: askedId }) }
    if (elsewhere) {
      const openedFrom = sessionId()
      if (article) offers.keep(article, { ...given, ...(openedFrom && { openedFrom }) }, at - clock.ahead())
      return
    }
    // A link to no article, or to the one on screen, opens none.
    const opens = article !== undefined && (article === null || article !== shown?.article.id)
    intent = opens ? { ...given, article, at } : null
    if (isFound && !article) guess = intent
  }
  const articleAt = (href: string) => {
    // A link in an SVG, or a mistyped one, has no address to read.
    if (!URL.canParse(href)) return undefined
    const { origin, pathname } = new URL(href)
    return origin === page.url().origin ? find(pathname)?.id : undefined
  }
  const viaOfPage = () => {
    if (shown) return 'in_article'
    if (isResultsPage(page.url())) return 'search_result'
    return isHome(page.url().pathname) ? 'home' : 'nav'
  }
  const activity = findActivity((at) => {
    actedAt = at
    passing = null
    wake(at)
    onInput((counting) => counting.act(at))
    onAct(at)
  })
  const intents = findIntents(onChoice)
  const choose = (heard: Heard) => {
    const marked = box.marked(heard)
    isFound = marked !== heard
    intents(marked)
  }
  const contacts = findContact((contact) => {
    const [where, at] = [placeAt(page, shown?.article ?? null), clock.now()]
    onInput((counting) => counting.note(contact, where, at))
  })
  const hear = (heard: Heard) =>
    within(heard, () => {
      if (intent === guess && heard.event.type.endsWith('down')) intent = null
      activity(heard)
      choose(heard)
      contacts(heard)
    })
  const articles = watchArticles({ ...ports, clock, page }, find, onShown)
  const see = ({ nav, failed, isFirst, ...moment }: Seen) => {
    if (isFirst && counted) return
    const isOnScreen = moment.url.href === page.url().href
    within(moment, () =>
      articles.see(isOnScreen ? articleOn(page, find) : failed ? null : find(moment.url.pathname), nav),
    )
    // What was on screen before anybody watched has stood there.
    if (isFirst) passing = null
  }
  if (counted) {
    articles.know(counted.article)
    onArticle(counted.article)
  }
  const stops = [hearReader(ports, hear), articles.stop, searches.stop]
  return {
    hear,
    see,
    answered(at) {
      actedAt = at
      asleep = false
    },
    openShown,
    give: (article, bornAt) => offers.give(article, bornAt),
    showResults(results, moment) {
      if (typeof results.query !== 'string') return
      isToldOf = true
      within(moment, () => showSearch({ ...results }))
    },
    leave(moment) {
      within(moment, () => {
        articles.settle()
        passing = null
        searches.commit('leave')
      })
    },
    lookAgain() {
      // Back is an act.
      asleep = false
      articles.lookAgain()
    },
    takeIntent() {
      // What the page before left on its way was for this page, not for the next.
      const taken = intent !== intentBefore && isFresh(intent, clock.now()) ? intent : null
      intent = null
      return taken && { ...taken, from: page.url().pathname }
    },
    stop() {
      for (const stop of stops) stop()
    },
  }
}
