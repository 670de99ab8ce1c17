export {
  type ConversationAdapter,
  instagram,
  type MetaOptions,
  messenger,
  type PageOptions,
  type TelegramOptions,
  type TwilioSmsOptions,
  telegram,
  twilioSms,
  type WhatsAppOptions,
  whatsapp,
} from '@helptally/server'
export { createHelpHandlers, type HelpHandlers, type HelpHandlersOptions } from './createHelpHandlers.js'
