import { CHANNELS, type ChatEvent, type ConversationEvent, recountConversation } from '@helptally/core'
import { parsePageEvent } from '@helptally/core/schema'
import { type ChatOptions, type ChatSession, createChat } from '../../src/chat/createChat.js'
import * as code from '../../src/chat/keyedHash.js'
import type { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab } from './fakeTab.js'

/** The chat widget of a page, whose code is there at once unless it is told when. */
export function widgetOn(tab: FakeTab, options: ChatOptions = {}, loaded: Promise<unknown> = Promise.resolve()) {
  return createChat(
    () => tab.engine,
    options,
    () => loaded.then(() => code),
  ) satisfies ChatSession
}

/** The sessions of all conversations that were told, once the outbox has sent; a real collector has to take every event. */
export async function chatsOf(browser: FakeBrowser) {
  await browser.advance(6_000)
  const refused = browser.chat.map(parsePageEvent).find((parsed) => !parsed.ok)
  if (refused) throw new Error(`the collector would refuse an event: ${refused.reason}`)
  const conversations = Map.groupBy(browser.chat, ({ visitorId, conversation = '' }) => `${visitorId} ${conversation}`)
  return [...conversations.values()].flatMap((events) => recountConversation(CHANNELS.web, events.map(asFact)))
}

/** What the collector makes of it, but for the id of the conversation. */
function asFact(event: ChatEvent): ConversationEvent {
  const { id, name, site, channel, visitorId, ts: at } = event
  const by = event.name === 'chat.message' ? event.by : null
  return { id, name, site, channel, conversationId: visitorId, visitorId, at, by, score: null, cause: '' }
}
