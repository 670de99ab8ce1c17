import type { ConversationExplained, PageEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { findings } from './support/axe.js'
import { batchIn } from './support/batchIn.js'
import { newReader } from './support/chromium.js'
import { onStage, type Stage } from './support/stage.js'
import { until } from './support/until.js'

let center: Stage['center']
let chromium: Stage['chromium']
let reader: Stage['reader']
let page: Stage['page']
onStage((stage) => {
  ;({ center, chromium, reader, page } = stage)
})

const WORDS = {
  en: {
    open: 'Open the chat',
    field: 'Your question',
    send: 'Send',
    person: 'Talk to a person',
    close: 'Close the chat',
  },
  es: {
    open: 'Abrir el chat',
    field: 'Tu pregunta',
    send: 'Enviar',
    person: 'Hablar con una persona',
    close: 'Cerrar el chat',
  },
}
type Locale = keyof typeof WORDS

const button = (where: Page, name: string) => where.getByRole('button', { name, exact: true })

async function openChat(where: Page, locale: Locale = 'en'): Promise<void> {
  await where.goto(`/${locale}/chat`)
  await button(where, WORDS[locale].open).click()
}

/** Asks, and waits for so many answers of the bot. */
async function ask(where: Page, question: string, answers: number, locale: Locale = 'en'): Promise<void> {
  await where.getByRole('textbox', { name: WORDS[locale].field }).fill(question)
  await button(where, WORDS[locale].send).click()
  await where.locator('.chat-said[data-by="bot"]').nth(answers).waitFor()
}

async function web() {
  const { rows } = await center.report('channels')
  return rows.find(({ channel }) => channel === 'web')!
}

/** What has come to the channel since, once it is as expected. */
async function fromNow() {
  const before = await web()
  const now = async () => {
    const after = await web()
    const ended = Object.entries(after.ended).map(
      ([reason, n]) => [reason, n - before.ended[reason as 'idle']] as const,
    )
    return {
      sessions: after.sessions - before.sessions,
      interactions: after.interactions! - before.interactions!,
      user_turns: after.user_turns! - before.user_turns!,
      ended: Object.fromEntries(ended.filter(([, n]) => n > 0)),
    }
  }
  return (expected: object) => until(now, (found) => JSON.stringify(found) === JSON.stringify(expected))
}

/** Of the chat's events that a page sends. */
function sentBy(where: Page): PageEvent[] {
  const told: PageEvent[] = []
  where.on('request', (request) => {
    if (!request.url().endsWith('/api/help/events')) return
    told.push(...batchIn(request.postDataJSON()).events.filter(({ name }) => name.startsWith('chat.')))
  })
  return told
}

test.each(['en', 'es'] as const)('a chat in %s is a session from its first message to the X', async (locale) => {
  const counted = await fromNow()
  const sent = sentBy(page)
  await openChat(page, locale)
  await ask(page, locale === 'en' ? 'idle time' : 'inactividad', 1, locale)
  await button(page, WORDS[locale].close).click()
  await button(page, WORDS[locale].open).waitFor()
  await counted({ sessions: 1, interactions: 2, user_turns: 1, ended: { close: 1 } })
  const first = sent.find(({ name }) => name === 'chat.message')!
  const explained = (await center.explain(first.id)) as unknown as ConversationExplained
  expect(explained.steps.map(({ did }) => did)).toEqual(['started', 'noted', 'ended'])
  expect(explained.end!.reason).toBe('close')
})

test('a reload goes on with the session, and counts nothing that was said before again', async () => {
  const counted = await fromNow()
  await openChat(page)
  await ask(page, 'install', 1)
  await page.reload()
  await page.locator('.chat-said[data-by="user"]', { hasText: 'install' }).waitFor()
  await ask(page, 'consent', 2)
  await counted({ sessions: 1, interactions: 4, user_turns: 2, ended: { open: 1 } })
})

test('two tabs with the same chat are one conversation, and a message that both tell of counts once', async () => {
  const counted = await fromNow()
  await openChat(page)
  const other = await reader.newPage()
  const sent = [sentBy(page), sentBy(other)]
  await other.goto('/en/chat')
  await ask(page, 'install', 1)
  await other.locator('.chat-said[data-by="bot"]').nth(1).waitFor()
  await ask(other, 'tabs', 2)
  await page.locator('.chat-said[data-by="bot"]').nth(2).waitFor()
  await button(other, WORDS.en.close).click()
  await counted({ sessions: 1, interactions: 4, user_turns: 2, ended: { close: 1 } })
  const ids = (events: readonly PageEvent[]) => new Set(events.map(({ id }) => id))
  await until(
    () => sent.map((events) => ids(events.filter(({ name }) => name === 'chat.message'))),
    ([one, two]) => one!.size === 4 && [...one!].every((id) => two!.has(id)),
  )
})

test('a person, or a survey, ends the session; what an agent writes belongs to none', async () => {
  const counted = await fromNow()
  await openChat(page)
  await ask(page, 'install', 1)
  await button(page, 'Rate this chat').click()
  await button(page, '4 of 5').click()
  await ask(page, 'consent', 2)
  await button(page, WORDS.en.person).click()
  await page.locator('.chat-said[data-by="agent"]').waitFor()
  await counted({ sessions: 2, interactions: 4, user_turns: 2, ended: { transfer: 1, survey_answered: 1 } })
})

test('before a choice, and after a refusal, a chat is not counted, and keeps nothing of ours', async () => {
  const undecided = await newReader(chromium, center.url, { consent: 'none' })
  const tab = await undecided.newPage()
  const sent = sentBy(tab)
  const kept = () => tab.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('help')))
  await openChat(tab)
  await ask(tab, 'install', 1)
  expect(await kept()).toEqual([])
  await button(tab, 'Count my visit').click()
  await ask(tab, 'consent', 2)
  await until(
    () => sent.filter(({ name }) => name === 'chat.message').length,
    (n) => n === 2,
  )
  expect(await kept()).toEqual(['help.visitor'])
  await button(tab, 'Stop counting').click()
  await ask(tab, 'tabs', 3)
  await tab.reload()
  expect(await kept()).toEqual([])
  expect(sent.filter(({ name }) => name === 'chat.message')).toHaveLength(2)
  await undecided.close()
})

test('a page without a chat loads nothing for it', async () => {
  const scripts: string[] = []
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text().catch(() => ''))
  })
  const hasLoaded = (words: string) => () => scripts.some((script) => script.includes(words))
  const hasChat = hasLoaded('chat.survey_sent')
  await page.goto('/en/articles/idle')
  // The code that measures vitals, which a page loads last.
  await until(hasLoaded('soft-navigation'), (has) => has)
  expect(scripts.length).toBeGreaterThan(3)
  expect(hasChat()).toBe(false)
  await page.goto('/en/chat')
  await until(hasChat, (has) => has)
})

test.each(['en', 'es'] as const)('axe finds nothing on the chat in %s', async (locale) => {
  await openChat(page, locale)
  await ask(page, locale === 'en' ? 'idle time' : 'inactividad', 1, locale)
  expect(await findings(page)).toEqual([])
})
