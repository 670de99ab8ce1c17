import { type HelpEvent, UUID } from '@helptally/core'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { chatsOf, widgetOn } from './support/chatWidget.js'
import { sessionsOf } from './support/counted.js'
import { engineOnCall, openArticle } from './support/engineOnCall.js'
import { FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'
import { collectorIsAway } from './support/unsent.js'

let errors: jest.SpiedFunction<typeof console.error>
beforeEach(() => {
  errors = jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => errors.mockRestore())

async function chattingTab(browser = grantedBrowser()) {
  const tab = browser.openTab('/en')
  await browser.advance(1_000)
  return { browser, tab, chat: widgetOn(tab) }
}

const BY_USER = { by: 'user' } as const
const BY_BOT = { by: 'bot' } as const

test('opening the window is kept, and starts nothing; the first message does, and the X ends', async () => {
  const { browser, chat } = await chattingTab()
  chat.open()
  await browser.advance(MINUTE)
  expect(await chatsOf(browser)).toEqual([])
  chat.message(BY_USER)
  await browser.advance(1_000)
  chat.message(BY_BOT)
  await browser.advance(1_000)
  chat.close()
  expect(await chatsOf(browser)).toMatchObject([{ reason: 'close', interactions: 2, userTurns: 1, previousId: null }])
  expect(browser.chat.map(({ name }) => name)).toEqual(['chat.open', 'chat.message', 'chat.message', 'chat.close'])
})

test('what follows the X is another session of the same conversation', async () => {
  const { browser, chat } = await chattingTab()
  chat.message(BY_USER)
  await browser.advance(1_000)
  chat.close()
  await browser.advance(1_000)
  chat.message(BY_USER)
  const [first, second] = await chatsOf(browser)
  expect(second).toMatchObject({ previousId: first!.id, reason: null })
})

test.each([
  [0, 1],
  [1, 2],
])('five minutes and %i ms after the last message of the user there are %i sessions', async (moreMs, sessions) => {
  const { browser, chat } = await chattingTab()
  chat.message(BY_USER)
  await browser.advance(4 * MINUTE)
  chat.message(BY_BOT)
  await browser.advance(MINUTE + moreMs)
  chat.message(BY_USER)
  expect(await chatsOf(browser)).toHaveLength(sessions)
})

test('a transfer, an answered survey and an interruption are told with what the site says of them', async () => {
  const { browser, chat } = await chattingTab()
  chat.message(BY_USER)
  chat.surveySent()
  chat.surveyAnswered({ score: 4 })
  chat.message(BY_USER)
  chat.interrupted({ cause: 'a'.repeat(65) })
  chat.message(BY_BOT)
  chat.transfer({ cause: 'asked for a person' })
  chat.message({ by: 'agent' })
  expect((await chatsOf(browser)).map(({ reason }) => reason)).toEqual(['survey_answered', 'interrupted', 'transfer'])
  expect(browser.chat.map((event) => ('score' in event ? event.score : 'cause' in event && event.cause))).toEqual([
    ...[false, false, 4, false, 'a'.repeat(64), false, 'asked for a person', false],
  ])
})

test('what happens in one millisecond keeps its order', async () => {
  const { browser, chat } = await chattingTab()
  for (let i = 0; i < 10; i++) {
    chat.message({ by: 'user', id: `m${i}` })
    chat.close()
  }
  expect((await chatsOf(browser)).map(({ reason }) => reason)).toEqual(Array(10).fill('close'))
})

test('a reload goes on with the conversation', async () => {
  const { browser, tab, chat } = await chattingTab()
  chat.message(BY_USER)
  await browser.advance(MINUTE)
  tab.load('/en', 'reload')
  await browser.advance(1_000)
  widgetOn(tab).message(BY_USER)
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 2 }])
})

test('the same widget in two tabs is one conversation, and a message with an id counts once', async () => {
  const { browser, chat } = await chattingTab()
  const other = (await chattingTab(browser)).chat
  chat.message({ by: 'user', id: 'm1' })
  await browser.advance(20)
  other.message({ by: 'user', id: 'm1' })
  await browser.advance(MINUTE)
  other.message({ by: 'bot', id: 'm2' })
  chat.message({ by: 'bot', id: 'm2' })
  await browser.advance(MINUTE)
  chat.message({ by: 'bot', id: 'm2' })
  other.close()
  chat.close()
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1, interactions: 2, reason: 'close' }])
})

test('a message without an id counts as often as it is told', async () => {
  const { browser, chat } = await chattingTab()
  const other = (await chattingTab(browser)).chat
  chat.message(BY_USER)
  other.message(BY_USER)
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 2 }])
})

test('conversations that the site names are counted apart, whoever tells of them', async () => {
  const { browser, tab, chat } = await chattingTab()
  const [sales, salesAgain, help] = ['sales', 'sales', 'help'].map((conversation) => widgetOn(tab, { conversation }))
  for (const one of [chat, sales!, salesAgain!, help!]) one.message({ by: 'user', id: 1 })
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1 }, { userTurns: 1 }, { userTurns: 1 }])
})

test('the ids of the site are not in what is sent', async () => {
  const browser = grantedBrowser()
  const bodies: string[] = []
  const tab = browser.openTab('/en', {
    ports: (usual) => ({
      ...usual,
      send(url, body) {
        bodies.push(body)
        return usual.send(url, body)
      },
    }),
  })
  await browser.advance(1_000)
  const chat = widgetOn(tab, { conversation: '34600123456' })
  chat.message({ by: 'user', id: 'wamid.34600123456', text: 'My PIN is 4711' } as never)
  await browser.advance(6_000)
  const { secret } = JSON.parse(browser.local.getItem('help.visitor')!)
  expect(secret).toMatch(UUID)
  expect(bodies.join()).toContain('chat.message')
  expect(bodies.join()).not.toMatch(new RegExp(`34600123456|4711|${secret}`))
})

test.each(['with its first count', 'by its engine'])(
  'the secret of a visitor is there before any chat, made %s: two tabs that need it at once have the same',
  async (how) => {
    const browser = grantedBrowser()
    browser.openTab(how === 'by its engine' ? '/en' : '/en/articles/idle')
    await browser.advance(2_000)
    const made = browser.local.getItem('help.visitor')
    const tabs = [await chattingTab(browser), await chattingTab(browser)]
    for (const { chat } of tabs) chat.message({ by: 'user', id: 'm1' })
    expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1 }])
    expect(browser.local.getItem('help.visitor')).toBe(made)
  },
)

test('a visitor from before, who has no secret, gets one with the first id', async () => {
  const { browser, chat } = await chattingTab()
  const { secret: _, ...visitor } = JSON.parse(browser.local.getItem('help.visitor')!)
  browser.local.setItem('help.visitor', JSON.stringify(visitor))
  const other = (await chattingTab(browser)).chat
  for (const each of [chat, other]) each.message({ by: 'user', id: 'm1' })
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1 }])
  expect(JSON.parse(browser.local.getItem('help.visitor')!)).toEqual({ ...visitor, secret: expect.any(String) })
})

test('before a choice nothing is stored or sent, and nothing of it comes later', async () => {
  const browser = new FakeBrowser()
  const { tab, chat } = await chattingTab(browser)
  chat.open()
  chat.message(BY_USER)
  await browser.advance(MINUTE)
  expect(browser.requests).toBe(0)
  expect(browser.local.getItem('help.visitor')).toBeNull()
  tab.engine.setConsent('granted')
  await browser.advance(MINUTE)
  expect(browser.chat).toEqual([])
  chat.message(BY_USER)
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1 }])
})

test('what was told just before the consent, and waits for the engine, is not counted either', async () => {
  const browser = new FakeBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(100)
  const chat = widgetOn(tab)
  chat.message(BY_USER)
  tab.engine.setConsent('granted')
  chat.message(BY_BOT)
  await browser.advance(100)
  calls[0]!()
  await chatsOf(browser)
  expect(browser.chat).toMatchObject([{ by: 'bot' }])
})

test('a refusal forgets the conversation in every tab', async () => {
  const { browser, tab, chat } = await chattingTab()
  const other = await chattingTab(browser)
  chat.message({ by: 'user', id: 'm1' })
  await chatsOf(browser)
  other.tab.engine.setConsent('refused')
  chat.message({ by: 'user', id: 'm2' })
  other.chat.message({ by: 'user', id: 'm3' })
  await browser.advance(MINUTE)
  expect(browser.chat).toHaveLength(1)
  expect(browser.local.getItem('help.visitor')).toBeNull()
  expect(browser.journal!.size).toBe(0)

  tab.engine.setConsent('granted')
  await browser.advance(1_000)
  chat.message({ by: 'user', id: 'm1' })
  expect(await chatsOf(browser)).toHaveLength(2)
  const [before, after] = browser.chat
  expect(after!.visitorId).not.toBe(before!.visitorId)
  expect(after!.id).not.toBe(before!.id)
})

test('what was told before a refusal is not counted for who consents later, however late its code comes', async () => {
  const { browser, tab } = await chattingTab()
  let arrive = () => {}
  const chat = widgetOn(tab, {}, new Promise<void>((resolve) => (arrive = resolve)))
  chat.message({ by: 'user', id: 'm1' })
  chat.close()
  await browser.advance(1_000)
  tab.engine.setConsent('refused')
  tab.engine.setConsent('granted')
  await browser.advance(1_000)
  arrive()
  await browser.advance(6_000)
  expect(browser.chat).toEqual([])
})

test('Global Privacy Control is a refusal', async () => {
  const browser = grantedBrowser()
  browser.refusesBySignal = true
  const { chat } = await chattingTab(browser)
  chat.message(BY_USER)
  await browser.advance(MINUTE)
  expect(browser.requests).toBe(0)
})

test('where storage is forbidden the conversation lives as long as the page', async () => {
  const browser = new FakeBrowser()
  browser.blocksCookies = true
  const { tab, chat } = await chattingTab(browser)
  tab.engine.setConsent('granted')
  await browser.advance(1_000)
  chat.message({ by: 'user', id: 'm1' })
  chat.message({ by: 'user', id: 'm1' })
  chat.message({ by: 'bot', id: 'm2' })
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1, interactions: 2 }])
})

test.each(['before', 'after'])('what is told %s the engine has come is counted when it was told', async (when) => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(when === 'before' ? 100 : 2_000)
  if (when === 'after') calls[0]!()
  const toldAt = browser.now
  widgetOn(tab).message(BY_USER)
  await browser.advance(300)
  if (when === 'before') calls[0]!()
  expect(await chatsOf(browser)).toMatchObject([{ startedAt: toldAt }])
})

test('a chat takes no number of its tab, and is no activity of its help session', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  const chat = widgetOn(tab)
  for (let minute = 0; minute < 6; minute++) {
    chat.message(BY_USER)
    await browser.advance(MINUTE)
  }
  await tab.follow('/en/articles/tabs')
  expect(await sessionsOf(browser)).toHaveLength(2)
  expect(browser.received.map((event: HelpEvent) => event.seq)).toEqual([1, 2, 3])
  expect(await chatsOf(browser)).toHaveLength(1)
})

test('what the collector did not take is sent again, and by the next page if this one is gone', async () => {
  const browser = grantedBrowser()
  const away = collectorIsAway(browser)
  const { tab, chat } = await chattingTab(browser)
  chat.message(BY_USER)
  await browser.advance(MINUTE)
  tab.crash()
  browser.openTab('/en')
  await browser.advance(MINUTE)
  away.back()
  await browser.advance(MINUTE)
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1 }])
  expect(browser.journal!.size).toBe(0)
})

test('a message told on the way out of the page is sent', async () => {
  const { browser, tab, chat } = await chattingTab()
  tab.hidePage()
  chat.message(BY_USER)
  await browser.advance(0)
  tab.setHidden(true)
  tab.vanish()
  await browser.advance(0)
  expect(browser.chat).toHaveLength(1)
})

test.each([undefined, null, 'user', { by: 'me' }, { text: 'hello' }])(
  'a message that is %p is told of in the console, and counts nothing',
  async (message) => {
    const { browser, chat } = await chattingTab()
    expect(() => chat.message(message as never)).not.toThrow()
    expect(await chatsOf(browser)).toEqual([])
    expect(errors.mock.calls[0]![0]).toMatch(/^\[helptally\] Expected a message of a chat to be by "user" or "bot" or/)
  },
)

test('code that does not load costs what has an id, and nothing else', async () => {
  const { browser, tab } = await chattingTab()
  const chat = widgetOn(tab, {}, Promise.reject(new Error('404')))
  expect(() => chat.message({ by: 'user', id: 'm1' })).not.toThrow()
  await browser.advance(1_000)
  chat.message(BY_USER)
  await tab.follow('/en/articles/idle')
  expect(await sessionsOf(browser)).toHaveLength(1)
  expect(await chatsOf(browser)).toMatchObject([{ userTurns: 1 }])
  expect(errors.mock.calls[0]![0]).toMatch(/Expected the code for ids in chats, found none/)
})

test('what happens after a message whose code comes late comes after it', async () => {
  const { browser, tab } = await chattingTab()
  let arrive = () => {}
  const chat = widgetOn(tab, {}, new Promise<void>((resolve) => (arrive = resolve)))
  chat.message(BY_BOT)
  chat.message({ by: 'user', id: 'm1' })
  await browser.advance(1_000)
  chat.close()
  await browser.advance(1_000)
  arrive()
  expect(await chatsOf(browser)).toMatchObject([{ interactions: 2, reason: 'close' }])
})

test('without an engine, as on a server, nothing happens', async () => {
  const { chatSession } = await import('../src/index.js')
  const chat = chatSession()
  expect(() => {
    chat.open()
    chat.message(BY_USER)
    chat.close()
  }).not.toThrow()
})
