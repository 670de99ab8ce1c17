import type { Random } from './random.js'
import type { SeedTab } from './seedTab.js'
import type { Shelf } from './shelf.js'

const SECOND_MS = 1_000
const ENGINE = 'site-index'
/** Where the engine gives up. */
const TIMEOUT_MS = 5 * SECOND_MS
const FILTERS = ['section:billing', 'section:setup', 'platform:mobile']

/** A search whose option is chosen. */
export function searchAndChoose(
  tab: SeedTab,
  shelf: Shelf,
  random: Random,
  trigger: 'enter' | 'option',
): { readonly queryId: string; readonly position: number } {
  const queryId = tab.newId()
  const results = random.whole(1, 9)
  tab.tell({
    name: 'help.search.submit',
    queryId,
    query: asTyped(random.pickPopular(shelf.queries), random),
    trigger,
    results,
    latencyMs: latencyOf(random),
    engine: ENGINE,
  })
  tab.pass(random.whole(20, 300))
  return { queryId, position: Math.min(results, random.pickPopular([1, 2, 3, 4, 5])) }
}

/** A search whose options are looked at, and left; often followed by another try. */
export function searchInVain(tab: SeedTab, shelf: Shelf, random: Random): void {
  tab.pass(random.logNormal(9 * SECOND_MS, 0.5))
  searchOnce(tab, shelf, random)
  while (random.chance(0.35)) {
    tab.pass(random.logNormal(12 * SECOND_MS, 0.6))
    searchOnce(tab, shelf, random)
  }
}

function searchOnce(tab: SeedTab, shelf: Shelf, random: Random): void {
  tab.act()
  const isMissing = random.chance(0.45)
  const hasFailed = random.chance(0.02)
  tab.tell({
    name: 'help.search.submit',
    queryId: tab.newId(),
    query: asTyped(random.pickPopular(isMissing ? shelf.missing : shelf.queries), random),
    trigger: random.chance(0.7) ? 'typing_pause' : 'leave',
    results: hasFailed ? null : isMissing ? 0 : random.whole(1, 9),
    latencyMs: hasFailed ? TIMEOUT_MS : latencyOf(random),
    engine: ENGINE,
    ...(random.chance(0.05) && { filters: [random.pick(FILTERS)] }),
  })
}

const latencyOf = (random: Random): number => Math.round(Math.min(random.logNormal(70, 0.6), TIMEOUT_MS))

/** The same search, as different people write it. */
function asTyped(query: string, random: Random): string {
  if (!random.chance(0.2)) return query
  return random.pick([
    query.toUpperCase(),
    query.charAt(0).toUpperCase() + query.slice(1),
    query.replaceAll(' ', '  '),
    `${query}?`,
  ])
}
