import { expect } from '@jest/globals'
import { until } from '../support/until.js'
import { articlePath, CHOICES, nextSession, REFUSE, refuse, SUGGESTION, stateOf } from './acts.js'
import type { Engine } from './drivers/engine.js'
import { leftMeanwhile, type Tab } from './drivers/tab.js'
import type { Declare } from './play.js'

/** All that a page has kept in this browser; undefined while the page is being left. */
function kept(tab: Tab) {
  const read = async () => ({
    session: Object.keys(sessionStorage),
    local: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    locks: ((await navigator.locks.query()).held ?? []).map(({ name }) => name),
  })
  return tab.evaluate(read).catch(leftMeanwhile)
}
/** A database is gone only when all tabs have let go of it. */
const keepsNothing = (tab: Tab) =>
  until(
    () => kept(tab),
    (all) => all !== undefined && Object.values(all).every((names) => names.length === 0),
  )

const channelsOpened = (tab: Tab) => tab.evaluate(() => (globalThis as { channelsOpened?: number }).channelsOpened)

/** Waits until the other tab has heard of the refusal, and finds nothing left. */
export async function holdsRefusal(tab: Tab): Promise<void> {
  await until(
    () => stateOf(tab),
    (state) => state?.consent === 'refused',
  )
  await keepsNothing(tab)
}

export function consentCases(check: Declare, { hasPrivacyControl }: Engine): void {
  check(
    'case 82',
    'refused, nothing is sent or stored and no channel opened, exactly one cookie remembers it, and a reload keeps it',
    async ({ door, reader, tab }) => {
      const before = door.collected()
      await tab.goto(door.url + articlePath('idle'))
      await tab.click(CHOICES, { nth: REFUSE })
      await holdsRefusal(tab)
      await tab.reload()
      await holdsRefusal(tab)
      expect(await channelsOpened(tab)).toBe(0)
      await tab.click(SUGGESTION)
      await until(
        () => tab.evaluate(() => location.pathname).catch(leftMeanwhile),
        (path) => path !== articlePath('idle'),
      )
      await keepsNothing(tab)
      expect(await reader.cookies(door.url)).toEqual(['help_choice=refused'])
      // The page is left, the last moment to send.
      await tab.goto(`${door.url}/en`)
      expect(door.collected()).toBe(before)
    },
    { consent: 'unknown' },
  )

  check(
    'case 84',
    'a refusal in one tab holds at once in another, and removes what both had stored',
    async ({ door, reader, tab }) => {
      await tab.goto(door.url + articlePath('idle'))
      await nextSession(tab)
      const other = await reader.newTab()
      await other.goto(door.url + articlePath('tabs'))
      await nextSession(other)
      await refuse(other)
      await holdsRefusal(tab)
      await holdsRefusal(other)
      const before = door.collected()
      await tab.bringToFront()
      await tab.click(SUGGESTION)
      await tab.goto(`${door.url}/en`)
      await keepsNothing(tab)
      expect(door.collected()).toBe(before)
    },
  )

  if (hasPrivacyControl)
    check(
      'Global Privacy Control',
      'it refuses without a choice: nothing is sent, stored or asked',
      async ({ door, reader, tab }) => {
        const before = door.collected()
        await tab.goto(door.url + articlePath('idle'))
        await until(
          () => stateOf(tab),
          (state) => state?.article !== undefined && state.refusedBySignal,
        )
        await holdsRefusal(tab)
        await tab.click(SUGGESTION)
        await tab.goto(`${door.url}/en`)
        await holdsRefusal(tab)
        expect(await tab.evaluate((button) => document.querySelector(button), CHOICES)).toBeNull()
        expect(await channelsOpened(tab)).toBe(0)
        expect(await reader.cookies(door.url)).toEqual([])
        expect(door.collected()).toBe(before)
      },
      { consent: 'unknown', setting: 'privacyControl' },
    )
}
