import type { GapStatus } from '@helptally/server/reports'

/** What has to be done first. */
export const GAP_TABS: readonly GapStatus[] = ['open', 'planned', 'written', 'dismissed']

/** The status that a tab shows. */
export function gapStatusOf(tab: string | undefined): GapStatus {
  return GAP_TABS.find((status) => status === tab) ?? 'open'
}
