import type { ConversationAdapter } from './conversationAdapter.js'
import { challengeOfMeta, isSignedByMeta, type MetaOptions, toldByEntries } from './meta.js'
import { parseWebhook } from './parseWebhook.js'
import { idAt, listAt, readAt } from './readAt.js'
import { type Heard, type Told, tellMessage, tellTransfer } from './tell.js'

export interface PageOptions extends MetaOptions {
  /**
   * The ids of the apps through which bots write. What any other app sends, or nobody's, is an agent's, and a
   * conversation that passes to another app is transferred. Default: every app but Meta's own inboxes; then every thread
   * that is passed or taken is transferred, unless it comes back out of an inbox.
   */
  readonly botApps?: readonly string[]
}

/** Where people answer in Meta's own pages: the inbox of pages and that of Instagram. */
const INBOXES: readonly string[] = ['263902037430900', '1217981644879628']

interface Page {
  readonly platform: string
  readonly object: string
  readonly channel: 'facebook' | 'instagram'
}

/** The Messenger Platform, which carries the messages of Instagram, too. */
export function pageMessaging(page: Page, options: PageOptions): ConversationAdapter {
  return {
    platform: page.platform,
    type: 'application/json',
    challenge: (url) => challengeOfMeta(url, options.verifyToken),
    isGenuine: (webhook) => isSignedByMeta(webhook, options.appSecret),
    read: (body) =>
      parseWebhook(body, (json) =>
        toldByEntries(json, page.object, (entry) => [
          // On standby another app has the conversation: its messages are the same.
          ...[...listAt(entry, 'messaging'), ...listAt(entry, 'standby')].map((event) => toldBy(event, page, options)),
          ...listAt(entry, 'changes').map(() => 'changes: posts and comments are no conversation'),
        ]),
      ),
  }
}

function toldBy(event: unknown, { channel }: Page, options: PageOptions): Told {
  const message = readAt(event, 'message')
  const base = { channel, at: readAt(event, 'timestamp') }
  const [sender, recipient] = [idAt(event, 'sender', 'id'), idAt(event, 'recipient', 'id')]
  const fromPerson = { ...base, business: recipient, person: sender }
  if (message !== undefined) {
    if (readAt(message, 'is_deleted') === true) return 'a deletion: the message stays counted'
    if (readAt(message, 'is_self') === true) return 'a message of the account to itself'
    const id = [idAt(message, 'mid')]
    if (readAt(message, 'is_echo') !== true) return tellMessage({ ...fromPerson, id }, 'user')
    const by = isBot(idAt(message, 'app_id'), options) ? 'bot' : 'agent'
    return tellMessage({ ...base, id, business: sender, person: recipient }, by)
  }
  if (readAt(event, 'postback') !== undefined) {
    return tellMessage({ ...fromPerson, id: [idAt(event, 'postback', 'mid') || idByTime(fromPerson)] }, 'user')
  }
  for (const cause of ['pass_thread_control', 'take_thread_control']) {
    const handover = readAt(event, cause)
    if (handover !== undefined) return toldByHandover(handover, cause, fromPerson, options)
  }
  return 'no message: receipts, reactions, edits, opt-ins and referrals are neither a question nor an answer'
}

function toldByHandover(handover: unknown, cause: string, heard: Omit<Heard, 'id'>, options: PageOptions): Told {
  const [from, to] = [idAt(handover, 'previous_owner_app_id'), idAt(handover, 'new_owner_app_id')]
  // Without the bots' ids, only what comes back out of an inbox is known to go to one.
  const toBot = options.botApps ? options.botApps.includes(to) : INBOXES.includes(from) && !INBOXES.includes(to)
  if (toBot) return 'given back to a bot: no transfer'
  return tellTransfer({ ...heard, id: [`${idByTime(heard)}:${cause}:${to}`] }, cause)
}

/** What has no id happens once at a time in a conversation. */
const idByTime = ({ business, person, at }: Omit<Heard, 'id'>): string => `${business}:${person}:${String(at)}`

function isBot(app: string, { botApps }: PageOptions): boolean {
  return botApps ? botApps.includes(app) : app !== '' && !INBOXES.includes(app)
}
