import type { ConversationAdapter } from './conversationAdapter.js'
import { type PageOptions, pageMessaging } from './pageMessaging.js'

/** Messenger, of Facebook pages. https://developers.facebook.com/docs/messenger-platform/reference/webhook-events */
export const messenger = (options: PageOptions): ConversationAdapter =>
  pageMessaging({ platform: 'messenger', object: 'page', channel: 'facebook' }, options)
