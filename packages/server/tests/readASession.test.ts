import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { leave, MINUTE, NOON, opening, progress, SITE, search, vote } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const id = (n: number): string => `019cd7e9-e200-7${String(n).padStart(3, '0')}-8a4c-5d0e6f7a8b9c`
const SECOND = 1_000
const visitor = { visitorId: '019cd7d0-1f4a-7e21-9b3c-2a4d6e8f0a1b' }
const inTab = { ...visitor, tabId: '019cd7e9-d1c2-7b64-8f3e-6a1c0d9e8f7b', sessionId: id(1) }
const query = { queryId: id(90), query: 'two tabs' }
const tabs = { article: { id: 'tabs' }, page: '/en/articles/tabs' }
const at = (minutes: number, seconds: number, ms = 0): number => NOON + minutes * MINUTE + seconds * SECOND + ms

/** Reads one article, looks for another, opens it by Enter, puts the tab away, and votes just in time. */
const visit = [
  opening({ ...inTab, id: id(1), seq: 1, ts: at(0, 0), article: { id: 'what-is-a-session' } }),
  progress({ ...inTab, id: id(2), seq: 2, ts: at(2, 0, 140), activeAt: at(1, 58, 20) }),
  search({ ...inTab, ...query, id: id(3), seq: 3, ts: at(3, 11, 902), activeAt: at(3, 10, 870), trigger: 'option' }),
  leave({ ...inTab, id: id(4), seq: 4, ts: at(3, 12), activeAt: at(3, 11, 902), openId: id(1) }),
  opening({
    ...{ ...inTab, ...tabs, id: id(5), seq: 5, ts: at(3, 12, 45), activeAt: at(3, 11, 902) },
    ...{ entry: 'search_enter', via: 'search_result', queryId: id(90), position: 1 },
  }),
  progress({ ...inTab, ...tabs, id: id(6), seq: 6, ts: at(5, 40), activeAt: at(5, 2, 310), cause: 'hidden' }),
  vote({ ...inTab, ...tabs, id: id(7), seq: 7, ts: at(10, 2, 309), activeAt: at(5, 2, 310) }),
]

test.each(['en', 'es'] as const)(
  'the session in docs/%s/read-a-session.md is what the command prints',
  async (lang) => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    const collector = await collect({ store, now: () => NOON + 60 * MINUTE, site: SITE })
    const { body } = await collector.post({ sentAt: NOON + 20 * MINUTE, events: visit })
    expect(body.rejected).toEqual([])
    await store.close()
    const { code, out } = await runInTerminal(['explain', id(1), '--lang', lang, '--store', `duckdb:${folder}`])
    expect(code).toBe(0)
    const article = await readFile(new URL(`../../../docs/${lang}/read-a-session.md`, import.meta.url), 'utf8')
    expect(article).toContain(`\`\`\`text\n${out}\n\`\`\``)
  },
)
