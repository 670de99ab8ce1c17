import { expect } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { explained, opens } from '../support/session.js'
import { ACCEPT, articlePath, CHOICES, leave, nextSession, openNext, SUGGESTION, stateOf } from './acts.js'
import type { Engine } from './drivers/engine.js'
import type { Declare } from './play.js'

/** The choice cannot be kept either: each page asks anew. */
export function blockedCases(check: Declare, { withoutWhenBlocked }: Engine): void {
  const keepsTab = !withoutWhenBlocked.includes('storage')
  check(
    keepsTab ? 'all but sessionStorage blocked' : 'case 77',
    `the site works without ${withoutWhenBlocked.join(', ')}; moves within the app stay in one session${keepsTab ? ', and so does a reload' : ', a reload starts another'}`,
    async ({ center, door, tab }) => {
      const counted = await countFromNow(center)
      await tab.goto(door.url + articlePath('idle'))
      await tab.click(CHOICES, { nth: ACCEPT })
      const first = await nextSession(tab)
      expect((await stateOf(tab))?.degraded).toEqual(withoutWhenBlocked)
      await openNext(tab, SUGGESTION)
      expect(await nextSession(tab)).toBe(first)
      await tab.reload()
      await tab.click(CHOICES, { nth: ACCEPT })
      const second = await nextSession(tab)
      expect(second === first).toBe(keepsTab)
      await leave(tab)
      const session = await explained(center, first, (events) => opens(events).length === (keepsTab ? 3 : 2))
      expect(session.disagreements).toEqual([])
      await counted.toBe(keepsTab ? { sessions: 1, direct_link: 1 } : { sessions: 2, direct_link: 2 })
    },
    { consent: 'unknown', setting: 'blocked' },
  )
}
