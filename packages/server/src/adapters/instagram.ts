import type { ConversationAdapter } from './conversationAdapter.js'
import { type PageOptions, pageMessaging } from './pageMessaging.js'

/** Messages of Instagram. https://developers.facebook.com/docs/instagram-platform/webhooks/examples */
export const instagram = (options: PageOptions): ConversationAdapter =>
  pageMessaging({ platform: 'instagram', object: 'instagram', channel: 'instagram' }, options)
