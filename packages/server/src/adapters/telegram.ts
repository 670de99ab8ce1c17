import { sameSecret } from '../sameSecret.js'
import type { ConversationAdapter } from './conversationAdapter.js'
import { parseWebhook } from './parseWebhook.js'
import { idAt, readAt } from './readAt.js'
import { type Heard, type Told, tellMessage, tellUndated } from './tell.js'

export interface TelegramOptions {
  /** The `secret_token` that you gave to `setWebhook`. Without it nothing is believed. */
  readonly secretToken: string | undefined
  /**
   * What tells this bot from another, its name, say: Telegram does not say which bot a message is for. Needed as soon
   * as there are several; a bot that gets another name here begins other conversations. Default `bot`.
   */
  readonly bot?: string
  /** Count what is written in groups, too, each group one conversation. Default: only chats with one person. */
  readonly groups?: boolean
}

/** Telegram Bot API. https://core.telegram.org/bots/api#update */
export function telegram(options: TelegramOptions): ConversationAdapter {
  return {
    platform: 'telegram',
    type: 'application/json',
    isGenuine: ({ headers }) => sameSecret(headers.get('x-telegram-bot-api-secret-token'), options.secretToken),
    read: (body, receivedAt) => parseWebhook(body, (update) => [toldBy(update, options, receivedAt)]),
  }
}

function toldBy(update: unknown, options: TelegramOptions, receivedAt: number): Told {
  const message = readAt(update, 'message')
  if (message !== undefined) return toldByMessage(message, options)
  const business = readAt(update, 'business_message')
  if (business !== undefined) return toldByBusinessMessage(business, options)
  const callback = readAt(update, 'callback_query')
  if (callback !== undefined) return toldByCallback(callback, options, receivedAt)
  return 'no message: edits, deletions, reactions, channels and the rest are neither a question nor an answer'
}

function toldByMessage(message: unknown, options: TelegramOptions): Told {
  const reason = noMessage(message, options)
  return reason ?? tellMessage(heard(message, nameOf(options)), 'user')
}

/** In a chat that a business account shares with its bot; the chat has the id of the customer. */
function toldByBusinessMessage(message: unknown, options: TelegramOptions): Told {
  const reason = isContent(message) ? null : NOT_WRITTEN
  if (reason) return reason
  const chat = idAt(message, 'chat', 'id')
  const connection = idAt(message, 'business_connection_id')
  const by = readAt(message, 'sender_business_bot') ? 'bot' : idAt(message, 'from', 'id') === chat ? 'user' : 'agent'
  return tellMessage({ ...heard(message, `${nameOf(options)}:${connection}`), person: chat }, by)
}

/** A pressed button. When it was pressed, Telegram does not say. */
function toldByCallback(callback: unknown, options: TelegramOptions, receivedAt: number): Told {
  const message = readAt(callback, 'message')
  if (message === undefined) return 'a button of a message in another chat'
  if (!isPrivate(message) && !options.groups) return A_GROUP
  const bot = nameOf(options)
  const id = [bot, 'callback', idAt(callback, 'id')]
  return tellUndated({ ...heard(message, bot), id, person: idAt(callback, 'from', 'id'), at: receivedAt }, 'user')
}

function noMessage(message: unknown, { groups }: TelegramOptions): string | null {
  if (!isPrivate(message) && !groups) return A_GROUP
  if (readAt(message, 'from', 'is_bot') === true) return 'a message of another bot'
  return isContent(message) ? null : NOT_WRITTEN
}

const A_GROUP = 'a group: counted with the option groups'
const NOT_WRITTEN = 'a notice of the chat, or a kind of message that is not known here'

const nameOf = ({ bot }: TelegramOptions): string => bot || 'bot'

const isPrivate = (message: unknown): boolean => readAt(message, 'chat', 'type') === 'private'

/** Message ids count within a chat. */
const heard = (message: unknown, business: string): Heard => ({
  channel: 'telegram',
  id: [business, idAt(message, 'chat', 'id'), idAt(message, 'message_id')],
  business,
  thread: idAt(message, 'chat', 'id'),
  person: idAt(message, 'from', 'id'),
  at: readAt(message, 'date'),
})

/** What a person may send. Everything else that comes as a message is a notice: somebody joined, a message was pinned. */
const CONTENT: readonly string[] = [
  'text',
  'animation',
  'audio',
  'document',
  'paid_media',
  'photo',
  'sticker',
  'story',
  'video',
  'video_note',
  'voice',
  'checklist',
  'contact',
  'dice',
  'game',
  'poll',
  'venue',
  'location',
  'users_shared',
  'chat_shared',
  'web_app_data',
]

const isContent = (message: unknown): boolean => CONTENT.some((kind) => readAt(message, kind) !== undefined)
