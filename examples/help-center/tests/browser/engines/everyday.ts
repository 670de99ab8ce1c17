import { expect } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { explained, opens } from '../support/session.js'
import { until } from '../support/until.js'
import { articlePath, leave, letPass, nextSession, OPTION, openNext, SUGGESTION, searchFor, stateOf } from './acts.js'
import type { Declare } from './play.js'

const HOME_LINK = `main a[href="${articlePath('idle')}"]`
const FIVE_MINUTES = 300_000

export function everydayCases(check: Declare): void {
  check(
    'case 25, 27',
    'a click from the home page is one article_click session, and clicks, searches and suggestions stay inside it',
    async ({ center, door, tab }) => {
      const counted = await countFromNow(center)
      await tab.goto(`${door.url}/en`)
      await tab.click(HOME_LINK)
      const id = await nextSession(tab)
      await openNext(tab, SUGGESTION)
      await searchFor(tab, 'consent')
      await tab.press('Escape')
      await openNext(tab, SUGGESTION, { nth: 1 })
      await leave(tab)
      const session = await explained(center, id, (events) => opens(events).length === 3)
      expect(session.start).toMatchObject({ entry: 'article_click', via: 'home', article: { id: 'idle' } })
      expect(opens(session.steps.map(({ event }) => event)).map(({ via }) => via)).toEqual([
        'home',
        'suggestion',
        'suggestion',
      ])
      expect(session.steps.map(({ event }) => event.name)).toContain('help.search.submit')
      expect(session.disagreements).toEqual([])
      await counted.toBe({ sessions: 1, article_click: 1 })
    },
  )

  check(
    'case 33',
    'a link that was fetched in advance and hovered starts nothing, and the click that follows is one opening',
    async ({ center, door, tab }) => {
      const counted = await countFromNow(center)
      const before = door.prefetched(articlePath('idle'))
      await tab.goto(`${door.url}/en`)
      await tab.hover(HOME_LINK)
      await until(
        () => door.prefetched(articlePath('idle')),
        (times) => times > before,
      )
      const state = await until(
        () => stateOf(tab),
        (now) => now?.status === 'ready',
      )
      expect(state).toMatchObject({ article: null, session: null })
      await tab.click(HOME_LINK)
      const id = await nextSession(tab)
      await leave(tab)
      const session = await explained(center, id, (events) => events.length > 0)
      expect(opens(session.steps.map(({ event }) => event))).toHaveLength(1)
      expect(session.start).toMatchObject({ entry: 'article_click', via: 'home' })
      await counted.toBe({ sessions: 1, article_click: 1 })
    },
  )

  check('case 26', "an article's address opened directly is one direct_link session", async ({ center, door, tab }) => {
    const counted = await countFromNow(center)
    await tab.goto(door.url + articlePath('idle'))
    const id = await nextSession(tab)
    await leave(tab)
    const session = await explained(center, id, (events) => events.length > 0)
    expect(session.start).toMatchObject({ entry: 'direct_link', via: 'external' })
    await counted.toBe({ sessions: 1, direct_link: 1 })
  })

  check('case 31', 'the home page opened directly and left is no session', async ({ center, door, reader, tab }) => {
    const counted = await countFromNow(center)
    await tab.goto(`${door.url}/en`)
    await tab.press('PageDown')
    // A session of another tab, sent later, shows that nothing of the first is on its way.
    const later = await reader.newTab()
    await tab.close()
    await later.goto(door.url + articlePath('idle'))
    await nextSession(later)
    await leave(later)
    await counted.toBe({ sessions: 1, direct_link: 1 })
  })

  check('case 22', 'arrow down and Enter on an option is one search_enter session', async ({ center, door, tab }) => {
    const counted = await countFromNow(center)
    await tab.goto(`${door.url}/en`)
    await searchFor(tab, 'consent')
    await tab.press('ArrowDown')
    await tab.press('Enter')
    const id = await nextSession(tab)
    await leave(tab)
    const session = await explained(center, id, (events) => events.length > 0)
    expect(session.steps[0]!.event).toMatchObject({ entry: 'search_enter', via: 'search_result', position: 1 })
    await counted.toBe({ sessions: 1, search_enter: 1 })
  })

  check('search', 'a mouse click on an option is one article_click session', async ({ center, door, tab }) => {
    const counted = await countFromNow(center)
    await tab.goto(`${door.url}/en`)
    await searchFor(tab, 'consent')
    await tab.click(OPTION, { nth: 1 })
    const id = await nextSession(tab)
    await leave(tab)
    const session = await explained(center, id, (events) => events.length > 0)
    expect(session.steps[0]!.event).toMatchObject({ entry: 'article_click', via: 'search_result', position: 2 })
    await counted.toBe({ sessions: 1, article_click: 1 })
  })

  check(
    'case 21',
    'a search that opens nothing, and is left after five minutes, is no session and one orphan search',
    async ({ center, door, reader, tab }) => {
      const counted = await countFromNow(center)
      await tab.goto(`${door.url}/en`)
      await searchFor(tab, 'consent')
      await letPass(tab, FIVE_MINUTES)
      await reader.newTab()
      await tab.close()
      await counted.toBe({ orphan_searches: 1 })
    },
  )

  check(
    'case 29, 30',
    'after five idle minutes a scroll starts nothing, and the next article a second session in the same tab',
    async ({ center, door, tab }) => {
      const counted = await countFromNow(center)
      await tab.goto(door.url + articlePath('idle'))
      const first = await nextSession(tab)
      await letPass(tab, FIVE_MINUTES + 10_000)
      await tab.press('PageDown')
      await until(
        () => tab.evaluate(() => scrollY),
        (pixels) => pixels > 0,
      )
      expect((await stateOf(tab))?.session).toBeNull()

      await tab.click(SUGGESTION)
      const second = await nextSession(tab, first)
      await leave(tab)
      // In this order: the page's clock is ahead of the collector's, which learns of it by the second session.
      const after = await explained(center, second, (events) => events.length > 0)
      const before = await center.explain(first)
      expect(after).toMatchObject({ previousId: first, tabId: before.tabId, start: { via: 'suggestion' } })
      expect(before.end).toMatchObject({ reason: 'idle', at: before.lastAt + FIVE_MINUTES })
      await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
    },
  )
}
