import type { HelpEvent } from '@helptally/core'
import fc from 'fast-check'
import type { GapChange } from '../../src/gapWork/gapWork.js'
import type { Store } from '../../src/store/store.js'
import { collect } from './collect.js'
import { MINUTE, NOON, SITE } from './events.js'
import { END, readers, START } from './readers.js'
import { scenario } from './talks.js'

/** Later than all that happened. */
export const NOW: number = END + MINUTE
const OTHER_SITE = 'other'
export const SITES: readonly string[] = [SITE, OTHER_SITE]
const KEY = 'a-server-key'
const JSON_HEADERS = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }

const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
]

const gapChange: fc.Arbitrary<GapChange> = fc.oneof(
  fc.record({
    do: fc.constant('set' as const),
    query: fc.constantFrom('tabs', 'consent', 'año', 'a b', 'nobody searched it'),
    to: fc.record({
      status: fc.constantFrom('open', 'planned', 'written', 'dismissed'),
      owner: fc.constantFrom('', 'Ana'),
    }),
  }),
  fc.record({
    do: fc.constant('merge' as const),
    query: fc.constantFrom('año', 'a b'),
    into: fc.constantFrom('tabs', 'consent'),
  }),
)

/** All that a store can hold: readers of two sites by several devices, robots, conversations, tickets and editors' work. */
export interface Busy {
  readonly events: readonly HelpEvent[]
  readonly facts: readonly { readonly at: number }[]
  readonly changes: readonly { readonly site: string; readonly at: number; readonly change: GapChange }[]
  readonly salt: number
}

export const busy: fc.Arbitrary<Busy> = fc.record({
  events: fc
    .tuple(readers, readers)
    .map(([here, there]) => [...here, ...here.slice(here.length / 2).map(twin), ...there.map(elsewhere)]),
  facts: scenario.map(([, facts]) => facts.map((fact) => ({ ...fact, at: fact.at + START - NOON }))),
  changes: fc.array(
    fc.record({ site: fc.constantFrom(...SITES), at: fc.integer({ min: START, max: END }), change: gapChange }),
    { maxLength: 4 },
  ),
  salt: fc.nat(6),
})

/** The same at the same time by other visitors: every id is another one, and the order of ids as well. */
function again(event: HelpEvent, variants: Readonly<Record<string, string>>): HelpEvent {
  const text = JSON.stringify(event).replaceAll(
    /(-7[0-9a-f]{3}-)([89ab])/g,
    (_, before: string, variant: string) => before + variants[variant],
  )
  return JSON.parse(text)
}

const twin = (event: HelpEvent): HelpEvent => again(event, { 8: 'a', 9: 'b', a: '8', b: '9' })
const elsewhere = (event: HelpEvent): HelpEvent => ({
  ...again(event, { 8: '9', 9: '8', a: 'b', b: 'a' }),
  site: OTHER_SITE,
})

/** Puts all of it into a store that was empty, as pages, platforms and editors would. */
export async function fill(store: Store, { events, facts, changes, salt }: Busy): Promise<void> {
  const collector = await collect({ store, now: () => NOW, site: SITE, serverKey: KEY })
  const tabs = [...Map.groupBy(events, ({ tabId }) => tabId).values()]
  for (const [i, tab] of tabs.entries()) {
    const headers = { 'content-type': 'text/plain', 'user-agent': AGENTS[(i + salt) % 7] ?? AGENTS[0]! }
    const post = (some: readonly HelpEvent[]) => collector.post({ sentAt: NOW, events: some }, { headers })
    for (let at = 0; at < tab.length; at += 100) await post(tab.slice(at, at + 100))
    if (i % 4 === salt % 4) await post(tab.slice(0, 2))
  }
  await post('conversations', { facts })
  await post('tickets', ticketsOf(events))
  for (const { site, at, change } of changes) await store.changeGaps({ site, at, by: 'Ana', change })
  const annotation = {
    id: `0198c000-0000-7000-9000-${String(salt).padStart(12, '0')}`,
    at: START + salt * 60 * MINUTE,
    kind: 'note',
    text: `Note ${salt}`,
    by: '',
  } as const
  await store.changeAnnotations({
    ...{ do: 'add', site: SITE },
    annotation: { ...annotation, article: salt % 2 === 0 ? '' : 'tabs' },
  })

  async function post(path: string, body: unknown): Promise<void> {
    await collector.send('POST', path, { body: JSON.stringify(body), headers: JSON_HEADERS })
  }
}

/** By visitor, by what the page was told, and of nobody known. */
function ticketsOf(events: readonly HelpEvent[]): unknown[] {
  return events
    .filter((_, i) => i % 11 === 0)
    .map(({ ts, visitorId: visitor }, i) => {
      const who = [{ visitor }, { ref: `ref-${(2 * i) % 40}` }, { ref: 'nobody' }][i % 3]!
      return { ticket: `T-${i}`, at: Math.min(NOW, ts + [-1, 0, 60 * MINUTE, 121 * MINUTE][i % 4]!), ...who }
    })
}
