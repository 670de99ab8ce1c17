import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { HelpEvent } from '@helptally/core'
import { parseBatch, parseEvent } from '@helptally/core/schema'
import { startServer } from './startServer.js'

/** A help site of plain HTML, without a bundler and a framework: its pages load the packages as they are published. */
export interface PlainSite {
  readonly url: string
  /** All that its pages have told, in the order of their tabs. */
  events(): readonly HelpEvent[]
  forget(): void
  close(): Promise<void>
}

/** A page's HTML, by its path; null when there is none. */
export type PageAt = (url: URL) => string | null

const MODULES = [
  '@helptally/browser',
  '@helptally/core',
  '@helptally/core/page',
  '@helptally/core/redact',
  'web-vitals',
  'zustand/vanilla',
]
const FILES = '/files'
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.mjs': 'text/javascript' }
const BOX = readFileSync(join(import.meta.dirname, 'plainSite/box.js'), 'utf8')

const imports = Object.fromEntries(
  MODULES.map((name) => [name, FILES + fileURLToPath(import.meta.resolve(name))] as const),
)

/** What stands in the head of each of its pages. `after`: the site's own script, which runs when ours does. */
export const headOf = (after = ''): string => `<!doctype html>
<meta charset="utf-8">
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">
  import { startHelp } from '@helptally/browser'
  startHelp({ site: 'docs', articles: '/articles/:slug', home: '/home/:box' })
  setTimeout(() => {
    document.documentElement.dataset.counts = ''
    ${after}
  })
</script>`

export async function openPlainSite(pageAt: PageAt): Promise<PlainSite> {
  /** By their ids: pages send again what they are not sure of. */
  const told = new Map<string, HelpEvent>()
  const { url, close } = await startServer(async (asked, answer) => {
    const address = new URL(asked.url!, 'http://localhost')
    const { pathname } = address
    if (pathname === '/api/help/events') {
      const parsed = parseBatch(JSON.parse(await text(asked)))
      const events = parsed.ok ? parsed.batch.events.map((event) => parseEvent(event)) : []
      for (const one of events) if (one.ok) told.set(one.event.id, one.event)
      answer.writeHead(202, { 'content-type': 'application/json' })
      return answer.end(JSON.stringify({ received: events.length, rejected: [], mark: 0 }))
    }
    const type = TYPES[extname(pathname)]
    if (pathname === '/box.js' || (type && pathname.startsWith(FILES))) {
      answer.writeHead(200, { 'content-type': type })
      return answer.end(pathname === '/box.js' ? BOX : readFileSync(pathname.slice(FILES.length)))
    }
    const html = pageAt(address)
    answer.writeHead(html === null ? 404 : 200, { 'content-type': 'text/html' })
    answer.end(html)
  })
  return {
    url,
    close,
    events: () => [...told.values()].sort((a, b) => a.seq - b.seq),
    forget: () => told.clear(),
  }
}
