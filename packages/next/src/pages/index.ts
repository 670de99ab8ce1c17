export {
  type ConversationAdapter,
  type HelpHandlersOptions,
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
} from '../server/index.js'
export { createHelpApi, type HelpApi } from './createHelpApi.js'
