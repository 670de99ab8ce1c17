import { expect, test } from '@jest/globals'
import { sessionsOf } from './support/counted.js'
import { MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'
import { storage } from './support/storage.js'

const FROM_ELSEWHERE = { referrer: 'https://search.example/' }

test('without locks a page that is back takes no number that the page before it gave on leaving late', async () => {
  const browser = grantedBrowser()
  browser.locks = null
  const store = storage()
  const first = browser.openTab('/en/articles/idle', { ...FROM_ELSEWHERE, store })
  await browser.advance(6_000)
  first.leave()
  const second = browser.openTab('/en/articles/tabs', { store, referrer: first.url.href })
  await browser.advance(6_000)
  second.scroll()
  browser.messagesTakeMs = 5
  first.back()
  await browser.advance(51)
  second.leave()
  await browser.advance(3_000)
  const numbers = browser.received.map((event) => `${event.tabId} ${event.seq}`)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('a lock granted to a page that has just left does not cost the next page its tab', async () => {
  const browser = grantedBrowser()
  const store = storage()
  const first = browser.openTab('/en/articles/idle', { ...FROM_ELSEWHERE, store })
  await browser.advance(6_000)
  first.leave()
  first.vanish()
  let isAsleep = false
  const slow = browser.openTab('/en/articles/tabs', {
    store,
    referrer: first.url.href,
    ports: (usual) => ({
      ...usual,
      locks: {
        ...usual.locks!,
        async tryTake(name) {
          await browser.wait(100)
          const letGo = await usual.locks!.tryTake(name)
          if (!isAsleep) return letGo
          browser.timer(300, () => letGo?.())
          return new Promise(() => {})
        },
      },
    }),
  })
  await browser.advance(50)
  slow.leave()
  isAsleep = true
  await browser.advance(60)
  browser.openTab('/en/articles/consent', { store, referrer: slow.url.href })
  await browser.advance(3_000)
  expect(await sessionsOf(browser)).toHaveLength(1)
})

test('case 61: a copy that forks after the copied session has ended brings nothing of its past', async () => {
  const browser = grantedBrowser()
  browser.locks = null
  const original = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(6 * MINUTE)
  browser.messagesTakeMs = 400
  const copy = browser.openTab('/en', { session: original.session.items })
  await browser.advance(3_000)
  expect(copy.state.tabId).not.toBe(original.state.tabId)
  await copy.follow('/en/articles/tabs')
  await browser.advance(3_000)
  const opened = browser.received.find((event) => event.tabId === copy.state.tabId)
  expect(opened).toMatchObject({ name: 'help.article.open', previousId: null, activeAt: null })
})

test('case 67: a page back from the bfcache asks for its lock only once the page before has let go', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(6_000)
  const { tabId } = tab.state
  tab.leave()
  browser.locks!.add(`help:tab:${tabId}`)
  tab.back()
  await browser.advance(300)
  expect(tab.state.status).toBe('claiming')
  browser.locks!.delete(`help:tab:${tabId}`)
  await browser.advance(50)
  expect(tab.state).toMatchObject({ status: 'ready', tabId })
  expect(browser.locksRefused).toBe(0)
})

test('case 88: a page that waits for its lock looks no more after a refusal', async () => {
  const browser = grantedBrowser()
  let asked = 0
  const tab = browser.openTab('/en/articles/idle', {
    ...FROM_ELSEWHERE,
    ports: (usual) => ({
      ...usual,
      locks: {
        ...usual.locks!,
        tryTake(name) {
          if (name.startsWith('help:tab:')) asked++
          return usual.locks!.tryTake(name)
        },
        held() {
          asked++
          return usual.locks!.held()
        },
      },
    }),
  })
  await browser.advance(6_000)
  tab.leave()
  browser.locks!.add(`help:tab:${tab.state.tabId}`)
  tab.back()
  await browser.advance(100)
  tab.engine.setConsent('refused')
  const before = asked
  await browser.advance(3_000)
  expect(asked).toBe(before)
})

test('case 84: no timer writes the record again after a refusal that no message told', async () => {
  const browser = grantedBrowser()
  browser.hasChannels = false
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(6_000)
  browser.cookies.set('help_choice', 'refused')
  await browser.advance(6 * MINUTE)
  expect(tab.session.items.size + browser.local.items.size).toBe(0)
})

test('an input more than a second after the opening survives a crash, however late the claim was settled', async () => {
  const browser = grantedBrowser()
  const store = storage()
  const tab = browser.openTab('/en/articles/idle', { store })
  await browser.advance(1_100)
  tab.scroll()
  const { session } = tab.state
  await browser.advance(1_000)
  tab.vanish()
  browser.stall(5 * MINUTE - 2_000)
  const reloaded = browser.openTab('/en/articles/idle', { store, nav: 'reload' })
  await browser.advance(6_000)
  expect(reloaded.state.session?.id).toBe(session!.id)
})
