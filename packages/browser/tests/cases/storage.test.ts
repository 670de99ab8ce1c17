import { describe, expect, test } from '@jest/globals'
import { articleTab, T } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import { FakeBrowser, MINUTE } from '../support/fakeBrowser.js'
import { grantedBrowser } from '../support/granted.js'

const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

describe('where the reader forbids storage', () => {
  async function forbidden() {
    const browser = new FakeBrowser()
    browser.blocksCookies = true
    browser.lockAnswer = () => Promise.reject(new DOMException('forbidden', 'SecurityError'))
    const tab = browser.openTab('/en/articles/idle', { options: { consent: 'granted' } })
    await browser.advance(1_000)
    return { browser, tab, id: tab.state.session!.id }
  }

  test('case 77: a document counts from memory, and says what it does without', async () => {
    const { browser, tab, id } = await forbidden()
    expect(tab.state).toMatchObject({ status: 'ready', degraded: ['storage', 'locks'] })
    await browser.advance(4 * MINUTE)
    await tab.follow('/en/articles/tabs')
    await browser.advance(4 * MINUTE)
    await tab.follow('/en/articles/idle')
    expect(await sessionsOf(browser)).toMatchObject([{ id }])
  })

  test('case 77: the next document is another tab, with another session', async () => {
    const { browser, tab, id } = await forbidden()
    const { tabId } = tab.state
    tab.load('/en/articles/idle', 'reload')
    expect(await sessionsOf(browser)).toMatchObject([{ id }, { previousId: null }])
    expect(tab.state.tabId).not.toBe(tabId)
  })
})

test('case 78: with both storages full from the start a session lives in memory, and is written with the next event once there is room', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  const { setItem } = tab.session
  browser.local.setItem = full
  tab.session.setItem = full
  await browser.advance(MINUTE)
  await tab.follow('/en/articles/tabs')
  const { id } = tab.state.session!
  expect(tab.session.items.size).toBe(0)
  tab.session.setItem = setItem
  tab.engine.vote(1)
  await browser.advance(0)
  expect(tab.session.items.size).toBe(1)
  tab.crash()
  tab.load('/en/articles/tabs', 'reload')
  expect(await sessionsOf(browser)).toMatchObject([{ id }])
})

test('case 80: site data cleared in mid-session: memory goes on with it, and writes it anew', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(2 * MINUTE)
  for (const store of [tab.session.items, browser.local.items, browser.cookies]) store.clear()
  tab.engine.vote(1)
  await browser.advance(T - 1)
  await tab.follow('/en/articles/tabs')
  expect(await sessionsOf(browser)).toMatchObject([{ id }])
  expect(JSON.parse(tab.session.items.get('help.tab')!)).toMatchObject({ tabId: tab.state.tabId })
})

test('case 80: with the site data the choice is gone: the next document asks again', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(6_000)
  browser.cookies.clear()
  tab.load('/en/articles/tabs')
  expect(await sessionsOf(browser)).toHaveLength(1)
  expect(tab.state).toMatchObject({ consent: 'unknown', status: 'off' })
})
