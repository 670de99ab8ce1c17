import { expect } from '@jest/globals'
import type { HelpCenter } from './helpCenter.js'
import { sessionIn } from './rawSession.js'
import type { RawTab } from './rawTab.js'
import { explained } from './session.js'

/** Each of the tabs has a session of its own and, as the collector was told, an id of its own. */
export async function areTabsOfTheirOwn(center: HelpCenter, tabs: readonly RawTab[]): Promise<void> {
  const sessions = await Promise.all(tabs.map((tab) => sessionIn(tab)))
  const told = await Promise.all(sessions.map((id) => explained(center, id, (events) => events.length > 0)))
  expect(new Set(sessions).size).toBe(tabs.length)
  expect(new Set(told.map(({ tabId }) => tabId)).size).toBe(tabs.length)
}
