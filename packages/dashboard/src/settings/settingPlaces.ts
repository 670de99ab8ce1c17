export type SettingName =
  | 'site'
  | 'articles'
  | 'timeZone'
  | 'consent'
  | 'beforeSend'
  | 'redaction'
  | 'store'
  | 'keepDays'
  | 'authorize'
  | 'token'
  | 'origins'
  | 'clientAddress'
  | 'maxImportBytes'
  | 'test'
  | 'countBots'
  | 'k'
  | 'erasure'

interface SettingPlace {
  /** As the code calls it. */
  readonly code: string
  readonly where: readonly string[]
}

/** Where the settings of a site live. */
export const SETTING_PLACES: Readonly<Record<SettingName, SettingPlace>> = {
  site: { code: 'site', where: ['withHelptally', 'next.config.ts'] },
  articles: { code: 'articles', where: ['withHelptally', 'next.config.ts'] },
  timeZone: { code: 'timeZone', where: ['withHelptally', 'next.config.ts'] },
  consent: { code: 'consent', where: ['withHelptally', 'next.config.ts'] },
  beforeSend: { code: 'beforeSend', where: ['configureHelp', 'instrumentation-client.ts'] },
  redaction: { code: 'redact', where: ['@helptally/core/redact'] },
  store: { code: 'store', where: ['createHelpHandlers', 'createHelpInsights', 'HELPTALLY_STORE'] },
  keepDays: { code: 'keepDays', where: ['HELPTALLY_STORE=duckdb:<folder>?keepDays=<days>'] },
  authorize: { code: 'authorize', where: ['createHelpHandlers', 'createHelpInsights'] },
  token: { code: 'token', where: ['createHelpHandlers', 'createHelpInsights', 'HELPTALLY_TOKEN'] },
  origins: { code: 'origins', where: ['createHelpHandlers'] },
  clientAddress: { code: 'clientAddress', where: ['createHelpHandlers'] },
  maxImportBytes: { code: 'maxImportBytes', where: ['createHelpHandlers', 'createHelpInsights'] },
  test: { code: 'test', where: ['createHelpHandlers'] },
  countBots: { code: 'countBots', where: ['createHelpHandlers', 'HELPTALLY_COUNT_BOTS=1'] },
  k: { code: 'k', where: ['GET /api/help/reports/searches?k=<tabs>'] },
  erasure: { code: 'visitors', where: ['DELETE /api/help/visitors/<id>'] },
}
