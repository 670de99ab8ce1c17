import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { LIMITS } from '@helptally/core/schema'
import type { HelpCenter } from './helpCenter.js'

/** What a sender may write wherever text is allowed. */
export const HOSTILE = {
  script: '<script>globalThis.broken=1</script>',
  image: '"><img src=x onerror=globalThis.broken=1>',
  style: '</title></style><style>*{display:none}</style>',
  'right to left': '\u202e\u200fمرحبا بالعالم\u200f',
  'one word': 'w'.repeat(200),
  'joined emoji': '👩\u200d👩\u200d👧\u200d👦'.repeat(18),
  'half a letter': 'half \ud83d of one',
  address: 'javascript:alert(1)',
  prototype: '__proto__',
  escape: '%00 %E0%A4%A &amp;lt; a?b#c&of=d|e',
  control: 'null\u0000 bell \u0007 and escape \u001b[31m',
  formula: '=HYPERLINK("http://x";"y")',
  sql: "' or 1=1 --",
} as const
export type HostileName = keyof typeof HOSTILE
export const HOSTILE_NAMES = Object.keys(HOSTILE) as HostileName[]

type Field = Exclude<keyof typeof LIMITS, 'offered' | 'filters'>
/** As much of it as a field takes. */
const within = (field: Field, name: HostileName): string => HOSTILE[name].slice(0, LIMITS[field])
/** And as it is kept: half of a letter is none. */
export const keptOf = (name: HostileName, field: Field): string => within(field, name).toWellFormed()
export const articleOf = (name: HostileName): string => keptOf(name, 'articleId')

/** What a query is shown by in three tabs or more. */
const TABS = 3
const MINUTE_MS = 60_000

/** Every text in every place that takes one. Resolves to a session for each. */
export async function letHostileReadersIn(center: HelpCenter): Promise<Readonly<Record<HostileName, string>>> {
  const tabs = HOSTILE_NAMES.flatMap((name, nth) =>
    Array.from({ length: TABS }, (_, tab) => ({
      name,
      events: readAs(name, Date.now() - (10 + nth + tab) * MINUTE_MS),
    })),
  )
  for (const { events } of tabs) {
    const told = await accepted(center.post(JSON.stringify({ sentAt: Date.now(), events })))
    const reasons = told.rejected.map(({ reason }) => reason)
    if (reasons.length !== 1 || !reasons[0]!.startsWith('name: unknown event'))
      throw new Error(`Expected the unknown name to be rejected, and nothing else, got ${JSON.stringify(reasons)}`)
  }
  for (const name of HOSTILE_NAMES) await work(center, name)
  return Object.fromEntries(tabs.map(({ name, events }) => [name, events[3]!.sessionId])) as never
}

/** One tab of a reader who looks in vain, finds an article, says what it was worth, and asks a person. */
function readAs(name: HostileName, at: number): (HelpEvent & { sessionId: string })[] {
  const text = (field: Field) => within(field, name)
  const next = HOSTILE_NAMES[(HOSTILE_NAMES.indexOf(name) + 1) % HOSTILE_NAMES.length]!
  const [session, second, queryId] = [randomUUID(), randomUUID(), randomUUID()]
  const article = (of: HostileName) => ({
    id: within('articleId', of),
    rev: within('articleRev', of),
    section: within('articleSection', of),
  })
  const path = HOSTILE[name].replaceAll(/[?#]/g, '')
  const host = text('referrer').replaceAll(/[\s/?#@]/g, '')
  const list = { listId: text('listId'), algorithm: text('algorithm') }
  const asked = { method: text('method'), formId: text('formId') }
  const looked = {
    ...{ name: 'help.search.submit', query: text('query'), engine: text('engine') },
    ...{ trigger: 'typing_pause', filters: [text('filter')] },
  }
  const steps: object[] = [
    { ...looked, queryId: randomUUID(), results: 0, sessionId: null, article: null },
    { ...looked, queryId, results: 3, sessionId: null, article: null },
    { name: 'help.article.open', id: session, entry: 'search_enter', via: 'search_result', queryId, position: 1 },
    { name: 'help.suggestion.view', ...list, items: 3 },
    { name: 'help.article.leave', openId: session, engagedMs: 1_000, scroll: 10 },
    {
      name: 'help.article.open',
      id: second,
      article: article(next),
      entry: 'article_click',
      via: 'suggestion',
      ...list,
    },
    { name: 'help.feedback.vote', value: -1, reason: 'other', comment: text('comment') },
    { name: 'help.contact.start', ...asked },
    { name: 'help.contact.offer', ...asked, offered: [article(name).id, article(next).id] },
    { name: 'help.contact.submit', ...asked, ticket: text('ticket') },
    { name: 'help.error.not_found', page: `/${path}`, referrer: host, article: null },
    { name: 'browser.web_vital', metric: 'LCP', value: 2_000, metricId: text('metricId'), navigation: 'hard' },
    { name: HOSTILE[name] },
  ]
  const tab = { tabId: randomUUID(), visitorId: randomUUID() }
  return steps.map((step, i) => ({
    ...{ v: 1, site: 'docs', channel: 'help', ...tab, id: randomUUID(), seq: i + 1, sessionId: session },
    ...{ ts: at + i * 1_000, activeAt: i < 1 ? null : at + (i - 1) * 1_000, page: `/en/articles/${path}` },
    ...{ article: article(name), ...('entry' in step && { nav: 'soft', previousId: null }) },
    ...step,
  })) as never
}

/** What the site's own people write. */
async function work({ url }: HelpCenter, name: HostileName): Promise<void> {
  const post = (path: string, body: object) =>
    accepted(
      fetch(`${url}/api/help/${path}?site=docs`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    )
  const article = articleOf(name)
  const ticket = keptOf(name, 'ticket')
  await post('annotations', { kind: 'note', text: HOSTILE[name], article })
  await post('annotations', { kind: 'deploy', text: HOSTILE[name] })
  await post('gaps', { do: 'set', query: HOSTILE[name], owner: ticket, linked_article: article })
  await post('tickets', [{ ticket, at: Date.now(), ref: ticket, channel: ticket }])
}

interface Told {
  readonly rejected: readonly { readonly reason: string }[]
}

async function accepted(asked: Promise<Response>): Promise<Told> {
  const answer = await asked
  if (!answer.ok) throw new Error(`Expected the help center to take it, got ${answer.status}: ${await answer.text()}`)
  return answer.json() as Promise<Told>
}
