import { describe, expect, test } from '@jest/globals'
import { articleTab } from '../support/articleTab.js'
import { type FakeBrowser, MINUTE } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'
import { NO_TRACES, tracesOf } from '../support/traces.js'

const REFUSED = [['help_choice', 'refused']]

describe('a refusal while the tab id is being claimed', () => {
  const slowLock = (browser: FakeBrowser) => {
    browser.lockAnswer = () => browser.wait(100)
  }

  test.each([
    ['waits for its lock', 50],
    ['is refused the lock of its original, and waits for its own', 150],
  ])('case 88: leaves nothing behind while a copy %s', async (_, afterMs) => {
    const { browser, tab } = await articleTab()
    slowLock(browser)
    const copy = browser.openTab('/en/articles/idle', { session: tab.session.items })
    await refuse(browser, copy, afterMs, tab)
  })

  test('case 88: leaves nothing behind while it asks whether it is a copy', async () => {
    const { browser, tab } = await articleTab()
    browser.locks = null
    const copy = browser.openTab('/en/articles/idle', { session: tab.session.items })
    browser.messagesTakeMs = 200
    await refuse(browser, copy, 100, tab)
  })

  test('case 88: leaves nothing behind while it asks what opened it', async () => {
    const { browser, tab } = await articleTab()
    browser.messagesTakeMs = 60
    const opened = browser.openTab('/en/articles/tabs', { referrer: tab.url.href })
    await refuse(browser, opened, 100, tab)
  })

  test('case 88: lets go of its lock at once, though nobody has answered yet', async () => {
    const { browser } = await articleTab()
    browser.messagesTakeMs = 60
    const opened = browser.openTab('/en/articles/tabs')
    await browser.advance(100)
    expect(browser.locks!.size).toBe(2)
    opened.engine.setConsent('refused')
    await browser.advance(60)
    expect(browser.locks!.size).toBe(0)
  })

  async function refuse(browser: FakeBrowser, tab: FakeTab, afterMs: number, before: FakeTab) {
    await browser.advance(afterMs)
    expect(tab.state.status).toBe('claiming')
    const { requests } = browser
    tab.engine.setConsent('refused')
    await browser.advance(10 * MINUTE)
    expect(tab.state).toMatchObject({ consent: 'refused', status: 'off', tabId: null, session: null })
    expect(tracesOf(browser, tab, before)).toEqual({
      ...NO_TRACES,
      cookies: REFUSED,
      session: [0, 0],
      locks: browser.locks && 0,
      requests,
    })
  }
})
