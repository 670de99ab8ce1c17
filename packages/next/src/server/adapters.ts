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
