import { expect } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { loseJournal } from '../support/loseJournal.js'
import { explained, opens } from '../support/session.js'
import { articlePath, goBack, leave, leaveFor, letPass, nextSession, refuse, stateOf } from './acts.js'
import { holdsRefusal } from './consent.js'
import { BLANK } from './doorway.js'
import type { Engine } from './drivers/engine.js'
import type { Tab } from './drivers/tab.js'
import type { Declare } from './play.js'
import { openWindow } from './tabs.js'

const [FIRST, SECOND] = [articlePath('idle'), articlePath('tabs')]
const FIVE_MINUTES = 300_000

/** Whether the page is the same document as before, back from the bfcache. */
const mark = (tab: Tab) => tab.evaluate(() => void Object.assign(globalThis, { marked: true }))
const wasRestored = (tab: Tab) => tab.evaluate(() => (globalThis as { marked?: boolean }).marked === true)

export function returnCases(check: Declare, { keepsPages }: Engine): void {
  /** Where the page is loaded again, the cases of the bfcache are not met. */
  const restored = (cases: string) => (keepsPages ? cases : 'Back')

  check(
    keepsPages ? 'case 64, 65' : 'case 64',
    'an article, a load of another and Back are one session in one tab, and one opening for each showing',
    async ({ center, door, tab }) => {
      const counted = await countFromNow(center)
      await tab.goto(door.url + FIRST)
      const id = await nextSession(tab)
      await mark(tab)
      await leaveFor(tab, SECOND)
      expect(await nextSession(tab)).toBe(id)
      await goBack(tab, FIRST)
      expect(await wasRestored(tab)).toBe(keepsPages)
      expect(await nextSession(tab)).toBe(id)
      await leave(tab)
      const session = await explained(center, id, (events) => opens(events).length === 3)
      const events = session.steps.map(({ event }) => event)
      expect(opens(events).map(({ nav, article }) => [nav, article.id])).toEqual([
        ['load', 'idle'],
        ['load', 'tabs'],
        ['history', 'idle'],
      ])
      expect(new Set(events.map(({ tabId }) => tabId)).size).toBe(1)
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
      expect(session.disagreements).toEqual([])
      await counted.toBe({ sessions: 1, direct_link: 1 })
    },
  )

  check(
    restored('case 66'),
    'Back after five idle minutes is a session of its own in the same tab, a direct link by history',
    async ({ center, door, tab }) => {
      const counted = await countFromNow(center)
      await tab.goto(door.url + FIRST)
      const first = await nextSession(tab)
      await mark(tab)
      await leaveFor(tab, SECOND)
      await nextSession(tab)
      await letPass(tab, FIVE_MINUTES)
      await goBack(tab, FIRST)
      expect(await wasRestored(tab)).toBe(keepsPages)
      const second = await nextSession(tab, first)
      await leave(tab)
      const after = await explained(center, second, (events) => events.length > 0)
      const before = await center.explain(first)
      expect(after).toMatchObject({ previousId: first, tabId: before.tabId })
      expect(after.steps[0]!.event).toMatchObject({ entry: 'direct_link', nav: 'history' })
      expect(before.end).toMatchObject({ reason: 'idle', at: before.lastAt + FIVE_MINUTES })
      await counted.toBe({ sessions: 2, direct_link: 2 })
    },
  )

  check(
    restored('case 85'),
    'a refusal in another tab holds in a page that was left meanwhile',
    async ({ door, reader, tab }) => {
      await tab.goto(door.url + FIRST)
      await nextSession(tab)
      await mark(tab)
      await tab.evaluate(loseJournal)
      await leaveFor(tab, BLANK)
      const other = await reader.newTab()
      await other.goto(door.url + SECOND)
      await nextSession(other)
      await refuse(other)
      const before = door.collected()
      await tab.bringToFront()
      await goBack(tab, FIRST)
      expect(await wasRestored(tab)).toBe(keepsPages)
      await holdsRefusal(tab)
      await leaveFor(tab, SECOND)
      expect(door.collected()).toBe(before)
    },
  )

  check(
    'case 48',
    'a page that came Back holds its tab id again, against a copy by window.open',
    async ({ center, door, tab }) => {
      const counted = await countFromNow(center)
      await tab.goto(door.url + FIRST)
      const first = await nextSession(tab)
      await mark(tab)
      await leaveFor(tab, BLANK)
      await goBack(tab, FIRST)
      await nextSession(tab)
      const copy = await tab.opened(() => openWindow(tab, SECOND))
      await copy.bringToFront()
      const second = await nextSession(copy)
      expect((await stateOf(copy))?.tabId).not.toBe((await stateOf(tab))?.tabId)
      expect(second).not.toBe(first)
      await leave(copy)
      await leave(tab)
      await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
    },
  )

  check(
    'Back',
    'a page whose tab id another tab took while it was away comes back under an id of its own',
    async ({ center, door, tab }) => {
      await tab.goto(door.url + FIRST)
      await nextSession(tab)
      // An empty page of this site with a copy of the storage, which claims nothing yet.
      const copy = await tab.opened(() => openWindow(tab, BLANK))
      await tab.bringToFront()
      await leaveFor(tab, BLANK)
      await copy.bringToFront()
      await copy.goto(door.url + SECOND)
      await nextSession(copy)
      await tab.bringToFront()
      await goBack(tab, FIRST)
      await nextSession(tab)
      const [mine, theirs] = [(await stateOf(tab))!, (await stateOf(copy))!]
      expect(mine.tabId).not.toBe(theirs.tabId)
      expect(mine.session!.id).not.toBe(theirs.session!.id)
      await leave(tab)
      const session = await explained(center, mine.session!.id, (events) => opens(events).length === 1)
      expect(session).toMatchObject({ tabId: mine.tabId, start: { entry: 'direct_link' } })
    },
  )
}
