export { type AccessLogOptions, type ImportProgress, importAccessLog } from './accessLog/importAccessLog.js'
export type { AccessLogReceipt, BrokenLine } from './accessLog/receipt.js'
export type { ConversationAdapter, Skipped, Webhook, WebhookRead } from './adapters/conversationAdapter.js'
export { instagram } from './adapters/instagram.js'
export { messenger } from './adapters/messenger.js'
export type { MetaOptions } from './adapters/meta.js'
export type { PageOptions } from './adapters/pageMessaging.js'
export { type TelegramOptions, telegram } from './adapters/telegram.js'
export { type TwilioSmsOptions, twilioSms } from './adapters/twilioSms.js'
export { type WhatsAppOptions, whatsapp } from './adapters/whatsapp.js'
export type { Annotation, AnnotationBody, AnnotationKind, AnnotationOrder } from './annotations/annotation.js'
export { annotationsOf } from './annotations/annotationsOf.js'
export {
  type Access,
  type AccessOptions,
  type Authorized,
  accessOf,
  mayAct,
  maySee,
  type Reader,
  ROLES,
  type Role,
} from './collector/access.js'
export type { ClientAddress } from './collector/addressKey.js'
export { type Collector, type CollectorOptions, createCollector } from './collector/createCollector.js'
export type { Receipt, Rejected } from './collector/receiveEvents.js'
export { MAX_IMPORT_BYTES } from './collector/receiveImport.js'
export type { WebhookReceipt } from './collector/receiveWebhook.js'
export { conversationsById, conversationsMeanwhile, latestConversations } from './conversations/conversationSessions.js'
export {
  type ConversationAnswer,
  type ConversationNeighbour,
  explainConversationSession,
} from './conversations/explainConversation.js'
export { gapHistory } from './gapWork/gapHistory.js'
export {
  GAP_STATUSES,
  type GapChange,
  type GapChanged,
  type GapChangeOrder,
  type GapChangeTold,
  type GapStatus,
  type GapWork,
} from './gapWork/gapWork.js'
export type {
  ExportJob,
  ImportJob,
  Job,
  JobKind,
  JobOfKind,
  JobProgress,
  JobState,
  RecountJob,
} from './jobs/job.js'
export { tellJobs } from './jobs/tellJob.js'
export type { LogLine, RejectedLine, TurnedAwayLine } from './ledger/ledgerLine.js'
export { type Arrival, type LedgerEntry, lookUp } from './ledger/lookUp.js'
export { fromRow } from './log/fromRow.js'
export type { EventLine, Label, StoredEvent } from './log/storedEvent.js'
export { toLine } from './log/toLine.js'
export { reportDefinitions } from './reports/definitions.js'
export { type DualCounts, type DualView, dualView } from './reports/dualView.js'
export { explainSession, type SessionAnswer } from './reports/explainSession.js'
export { lastDay } from './reports/lastDay.js'
export {
  type ParsedReportQuery,
  parseReportQuery,
  type ReportDefaults,
  type ReportQuery,
  type SearchParams,
} from './reports/parseReportQuery.js'
export { cannotExplain, isReportName, REPORT_NAMES, readReport } from './reports/readReport.js'
export { searchSuccess } from './reports/searchSuccess.js'
export { sessionsById } from './reports/sessionsById.js'
export { sessionsMeanwhile } from './reports/sessionsMeanwhile.js'
export { K_TABS } from './reports/settings.js'
export * from './reports/shapes.js'
export { sitesOf } from './reports/sites.js'
export { type Seeded, type SeedOptions, seedStore } from './seed/seedStore.js'
export { type AnswerHttpOptions, answerHttp } from './serve/answerHttp.js'
export type { Dialect, Statement } from './sql/dialect.js'
export { openStore } from './store/openStore.js'
export { sharedStore } from './store/sharedStore.js'
export type {
  BackedUp,
  Erasure,
  Forgotten,
  Health,
  QueryParams,
  QueryValue,
  Store,
  StoreOptions,
} from './store/store.js'
export { DEFAULT_STORE } from './store/storeUrl.js'
export { isUnavailable, type StoreUnavailable } from './storeUnavailable.js'
export type { TicketFeed } from './tickets/keepTickets.js'
export type { RefusedTicket, Ticket, TicketReceipt, TicketRow } from './tickets/ticket.js'
