import { describe, expect, test } from '@jest/globals'
import { telegram } from '../src/adapters/telegram.js'
import { NOON } from './helpers/events.js'
import { factsOf, ofTelegram, reasonsOf, telegramMessage, undatedOf, webhook } from './helpers/webhooks.js'

// The shapes are those of the object Update in the reference of the Bot API.

const adapter = telegram({ secretToken: 'secret' })
const fact = {
  channel: 'telegram',
  id: 'bot:1111111:1365',
  conversation: 'bot:1111111',
  visitor: '1111111',
  at: 1441645532_000,
  type: 'message',
  by: 'user',
}
const GROUP = { id: -1001234567890, type: 'supergroup', title: 'Help' }

describe('Telegram', () => {
  test.each([
    ['a text', {}],
    ['a photo', { text: undefined, photo: [{ file_id: 'A' }], caption: 'look' }],
    ['a voice message', { text: undefined, voice: { file_id: 'A' } }],
    ['a sticker', { text: undefined, sticker: { file_id: 'A' } }],
    ['a shared telephone number', { text: undefined, contact: { phone_number: '1' } }],
    ['an answer', { reply_to_message: telegramMessage() }],
  ])('%s is a message of the user', (_, change) => {
    expect(factsOf(adapter, ofTelegram('message', telegramMessage(change)))).toEqual([fact])
  })

  test('a pressed button is one, at the time at which it comes', () => {
    const message = telegramMessage({ from: { id: 42, is_bot: true }, message_id: 9 })
    const query = { id: '4382bfdwdsb323b2d9', from: { id: 1111111 }, message, data: 'yes' }
    expect(undatedOf(adapter, ofTelegram('callback_query', query))).toEqual([
      { ...fact, id: 'bot:callback:4382bfdwdsb323b2d9', at: NOON },
    ])
    expect(reasonsOf(adapter, ofTelegram('callback_query', { ...query, message: undefined }))).toHaveLength(1)
  })

  test.each([
    ['an edit', 'edited_message', telegramMessage({ edit_date: 1441646600 })],
    ['a post of a channel', 'channel_post', telegramMessage()],
    ['a reaction', 'message_reaction', { chat: { id: 1 }, message_id: 1, new_reaction: [] }],
    ['a blocked bot', 'my_chat_member', { chat: { id: 1 } }],
    ['an inline query', 'inline_query', { id: '1', query: 'x' }],
    ['an answered poll', 'poll_answer', { poll_id: '1' }],
    ['a deletion', 'deleted_business_messages', { message_ids: [1] }],
    ['a notice', 'message', telegramMessage({ text: undefined, pinned_message: telegramMessage() })],
    ['another bot', 'message', telegramMessage({ from: { id: 2, is_bot: true } })],
  ])('%s is none', (_, kind, value) => {
    expect(reasonsOf(adapter, ofTelegram(kind, value))).toHaveLength(1)
  })

  test('groups are counted when asked for, each as one conversation', () => {
    const update = ofTelegram('message', telegramMessage({ chat: GROUP }))
    const press = ofTelegram('callback_query', { id: '7', from: { id: 5 }, message: telegramMessage({ chat: GROUP }) })
    expect([update, press].flatMap((one) => reasonsOf(adapter, one))).toHaveLength(2)
    const facts = [factsOf, undatedOf].flatMap((of) =>
      [update, press].flatMap((one) => of(telegram({ secretToken: 'x', groups: true }), one)),
    )
    expect(facts.map(({ conversation, visitor }) => [conversation, visitor])).toEqual([
      ['bot:-1001234567890', '1111111'],
      ['bot:-1001234567890', '5'],
    ])
  })

  test('in the chats of a business account, both sides are told', () => {
    const chat = { id: 1111111, type: 'private' }
    const said = (change: object) => telegramMessage({ business_connection_id: 'c1', chat, ...change })
    const facts = [
      said({}),
      said({ from: { id: 42 } }),
      said({ from: { id: 42 }, sender_business_bot: { id: 7, is_bot: true } }),
    ].flatMap((message) => factsOf(adapter, ofTelegram('business_message', message)))
    const business = { ...fact, id: 'bot:c1:1111111:1365', conversation: 'bot:c1:1111111' }
    expect(facts).toEqual(['user', 'agent', 'bot'].map((by) => ({ ...business, by })))
  })

  test('two bots are two conversations', () => {
    const update = ofTelegram('message', telegramMessage())
    const [one, other] = ['one', 'other'].map((bot) => factsOf(telegram({ secretToken: 'x', bot }), update)[0]!)
    expect(one!.conversation).not.toBe(other!.conversation)
    expect(one!.id).not.toBe(other!.id)
  })

  test.each(['{', '[]', '7', 'null', '{}', '{"update_id":1}', '{"message":7}', '{"message":{"chat":null}}'])(
    '%s is skipped with a reason',
    (body) => {
      expect(reasonsOf(adapter, body)).toHaveLength(1)
    },
  )

  test('is believed by its secret token alone', () => {
    const sent = (token?: string) =>
      webhook('{}', token === undefined ? {} : { 'x-telegram-bot-api-secret-token': token })
    expect(['secret', 'Secret', 'secret2', '', undefined].map((token) => adapter.isGenuine(sent(token)))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    for (const secretToken of [undefined, '']) expect(telegram({ secretToken }).isGenuine(sent(''))).toBe(false)
  })
})
