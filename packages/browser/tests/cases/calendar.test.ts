/**
 * @jest-environment ./tests/support/inTimeZone.mjs
 * @jest-environment-options {"timeZone": "Europe/Madrid"}
 */
import { expect, test } from '@jest/globals'
import { T } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import { grantedBrowser } from '../support/granted.js'

/** A tab that opens an article ten seconds before a moment of Madrid. */
async function tabBefore(moment: string) {
  const browser = grantedBrowser()
  browser.now = Date.parse(moment) - 10_000
  const [tab, startedAt] = [browser.openTab('/en/articles/idle'), browser.now]
  await browser.advance(0)
  return { browser, tab, startedAt }
}
const timeOfDay = (at: number) => new Date(at).toTimeString().slice(0, 8)

test('case 10: a session that began at 23:59:50 goes on with an article at 00:00:10', async () => {
  const { browser, tab, startedAt } = await tabBefore('2026-11-03T00:00:00+01:00')
  expect(timeOfDay(startedAt)).toBe('23:59:50')
  await browser.advance(20_000)
  expect(timeOfDay(browser.now)).toBe('00:00:10')
  await tab.follow('/en/articles/tabs')
  const [session, ...others] = await sessionsOf(browser)
  expect(others).toEqual([])
  expect(session).toMatchObject({ startedAt, lastAt: startedAt + 20_000 })
})

test.each([
  ['in spring, from 02:00 to 03:00', '2026-03-29T02:00:00+01:00', '01:59:50', '03:04:49'],
  ['in autumn, from 03:00 to 02:00', '2026-10-25T03:00:00+02:00', '02:59:50', '02:04:49'],
])('case 11: a change of the clocks %s makes no minute longer or shorter', async (_, change, before, after) => {
  const { browser, tab, startedAt } = await tabBefore(change)
  expect(timeOfDay(startedAt)).toBe(before)
  await browser.advance(T - 1)
  expect(timeOfDay(browser.now)).toBe(after)
  expect(tab.state.session).not.toBeNull()
  tab.load('/en/articles/idle', 'reload')
  await browser.advance(0)
  expect(tab.state.session).toMatchObject({ startedAt })
  await browser.advance(T - 1)
  expect(tab.state.session).not.toBeNull()
  await browser.advance(1)
  expect(tab.state.session).toBeNull()
})
