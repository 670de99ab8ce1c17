import { findHelp, type HelpOptions } from '@helptally/browser'

/** Options that cannot pass through next.config. Call it in `instrumentation-client.ts`; on the server it does nothing. */
export function configureHelp(options: Pick<HelpOptions, 'consent' | 'beforeSend'>): void {
  findHelp()?.configure(options)
}
