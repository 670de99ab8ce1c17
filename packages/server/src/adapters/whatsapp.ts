import type { ConversationAdapter } from './conversationAdapter.js'
import { challengeOfMeta, isSignedByMeta, type MetaOptions, toldByEntries } from './meta.js'
import { parseWebhook } from './parseWebhook.js'
import { idAt, listAt, readAt } from './readAt.js'
import { type Heard, type Told, tellMessage } from './tell.js'

export interface WhatsAppOptions extends MetaOptions {
  /**
   * Messages of the business that nobody asked for, by the category under which WhatsApp bills them
   * (`pricing.category`): `['marketing', 'authentication']`, say, so that a mailing to thousands starts no sessions.
   * Default: none is left out.
   */
  readonly leaveOut?: readonly string[]
  /** Count what is written in groups, too, each group one conversation. Default: only chats with one person. */
  readonly groups?: boolean
}

/** WhatsApp Cloud API. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
export function whatsapp(options: WhatsAppOptions): ConversationAdapter {
  const { appSecret, verifyToken } = options
  return {
    platform: 'whatsapp',
    type: 'application/json',
    challenge: (url) => challengeOfMeta(url, verifyToken),
    isGenuine: (webhook) => isSignedByMeta(webhook, appSecret),
    read: (body) =>
      parseWebhook(body, (json) =>
        toldByEntries(json, 'whatsapp_business_account', (entry) =>
          listAt(entry, 'changes').flatMap((change) => toldByChange(change, options)),
        ),
      ),
  }
}

function toldByChange(change: unknown, options: WhatsAppOptions): Told[] {
  const field = readAt(change, 'field')
  const value = readAt(change, 'value')
  if (field === 'smb_message_echoes') return listAt(value, 'message_echoes').map((echo) => toldByEcho(echo, value))
  if (field !== 'messages') return ['field: only messages and smb_message_echoes tell of conversations']
  return [
    ...listAt(value, 'messages').map((message) => toldByMessage(message, value, options)),
    ...listAt(value, 'statuses').map((status) => toldByStatus(status, value, options)),
    ...listAt(value, 'errors').map(() => 'errors: no message'),
  ]
}

/** What stands among the messages and is none: neither a question nor an answer. */
const NO_MESSAGES: ReadonlyMap<unknown, string> = new Map([
  ['reaction', 'a reaction: neither a question nor an answer'],
  ['edit', 'an edit: the message is counted already'],
  ['revoke', 'a deletion: the message stays counted'],
  ['system', 'a notice of the system: nobody wrote it'],
  ['request_welcome', 'an opened chat: nothing is written yet'],
])

function toldByMessage(message: unknown, value: unknown, { groups }: WhatsAppOptions): Told {
  const type = readAt(message, 'type')
  if (typeof type !== 'string') return 'type: expected the type of a message, got none'
  const reason = NO_MESSAGES.get(type)
  if (reason) return reason
  const group = idAt(message, 'group_id')
  if (group && !groups) return A_GROUP
  const person = personOf(value, idAt(message, 'from_user_id'), idAt(message, 'from'))
  return tellMessage({ ...heard(message, value, person), ...(group && { thread: group }) }, 'user')
}

/** What a person of the business wrote in the WhatsApp Business app. */
function toldByEcho(echo: unknown, value: unknown): Told {
  const reason = NO_MESSAGES.get(readAt(echo, 'type'))
  if (reason) return reason
  const person = personOf(value, idAt(echo, 'to_user_id'), idAt(echo, 'to'))
  return tellMessage(heard(echo, value, person), 'agent')
}

/** That a message was sent is the only word of what goes out through the API. What follows are receipts of it. */
function toldByStatus(status: unknown, value: unknown, { leaveOut = [], groups }: WhatsAppOptions): Told {
  if (readAt(status, 'status') !== 'sent') return 'a receipt: the message is counted when it is sent'
  if (readAt(status, 'recipient_type') === 'group' && !groups) return A_GROUP
  const category = readAt(status, 'pricing', 'category')
  if (typeof category === 'string' && leaveOut.includes(category)) return 'left out by the option leaveOut'
  const person = personOf(value, idAt(status, 'recipient_user_id'), idAt(status, 'recipient_id'))
  return tellMessage(heard(status, value, person), 'bot')
}

const A_GROUP = 'a group: counted with the option groups'

const heard = (message: unknown, value: unknown, person: string): Heard => ({
  channel: 'whatsapp',
  id: [idAt(message, 'id')],
  business: idAt(value, 'metadata', 'phone_number_id'),
  person,
  at: readAt(message, 'timestamp'),
})

/** By the id that stays when somebody hides their number, wherever the webhook tells it; else by the number. */
function personOf(value: unknown, userId: string, phone: string): string {
  if (userId) return userId
  const contact = listAt(value, 'contacts').find((one) => phone && idAt(one, 'wa_id') === phone)
  return idAt(contact, 'user_id') || phone
}
