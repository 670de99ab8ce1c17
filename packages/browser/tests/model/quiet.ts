import type { ModelBrowser } from './driver/modelBrowser.js'

/** A page that was asking its opener lets go of its lock when it has given up waiting. */
const LOCK_FREE_MS = 600

/** What must hold at any moment of any trace. Answers what does not. */
export function broken(browser: ModelBrowser): string[] {
  return [...twins(browser), ...(browser.choice === 'granted' || !browser.world.storage ? [] : noise(browser))]
}

/** No two living pages under one tab id. */
function twins({ documents }: ModelBrowser): string[] {
  const living = documents.filter(({ life, page }) => life === 'living' && page.state.status === 'ready')
  const ids = living.map(({ page }) => page.state.tabId)
  return new Set(ids).size === ids.length ? [] : [`two living tabs have one id: ${ids}`]
}

/** Refused, or not asked yet: nothing is sent; and where the tabs hear of it, nothing is stored, locked or said. */
function noise({
  fake,
  tabs,
  documents,
  answeredAt,
  world,
  choice,
  collector,
  requestsWhenAnswered,
}: ModelBrowser): string[] {
  const cookies = [...fake.cookies].map(([name, value]) => `${name}=${value}`).join()
  const expected = choice === 'refused' && !world.privacySignal ? 'help_choice=refused' : ''
  const stored = tabs.filter(({ document, store }) => document && store.items.size > 0).map(({ number }) => number)
  const holds = documents.some(({ life, locks }) => life === 'living' && locks.size > 0)
  return [
    ...(cookies === expected ? [] : [`expected the cookies "${expected}", found "${cookies}"`]),
    ...(collector.requests === requestsWhenAnswered ? [] : ['something was sent without consent']),
    ...(world.channel && stored.length > 0 ? [`tab ${stored} stores something without consent`] : []),
    ...(world.channel && fake.local.items.size > 0 ? ['localStorage holds something without consent'] : []),
    ...(world.channel && holds && fake.mono - answeredAt >= LOCK_FREE_MS ? ['a lock is held without consent'] : []),
    ...(world.channel && fake.channels.size > 0 ? ['a channel is open without consent'] : []),
  ]
}
