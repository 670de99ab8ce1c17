import { readFile } from 'node:fs/promises'
import { type HelpEvent, type Outcome, recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { createCollectorOf } from '../src/playwright/collectorOf.js'
import { expectSessions } from '../src/playwright/index.js'
import { type CountedParts, readCounted } from '../src/playwright/readCounted.js'
import { event, OPEN, uuid } from './support/events.js'

const opening = { ...event(1, OPEN), sessionId: uuid(1) } as HelpEvent
const [session] = recount([opening], opening.ts)

const parts = (found: readonly Outcome[], changes: Partial<CountedParts> = {}): CountedParts => ({
  posts: { events: new Map([[opening.id, opening]]), rejected: [] },
  collector: { sessionOf: async () => session!, outcomesOf: async () => found },
  pages: [],
  mayBeRobot: true,
  ...changes,
})

test('a session that the collector keeps as that of a robot is not counted, and the failure says what to do', async () => {
  expectSessions(await readCounted(parts(['accepted'])), 1)
  const counted = await readCounted(parts(['bot']))
  expect(() => expectSessions(counted, 1)).toThrow(
    'The session of "reset-password" is kept as that of a robot, and not counted: start the server with HELPTALLY_COUNT_BOTS=1',
  )
})

test('what was told as a test is counted without a look at the ledger', async () => {
  expectSessions(await readCounted(parts(['bot'], { mayBeRobot: false })), 1)
})

test('an opening that the collector knows no session of counts as none', async () => {
  const collector = { sessionOf: async () => null, outcomesOf: async () => [] }
  expectSessions(await readCounted(parts([], { collector })), 0)
})

test('a reader who has chosen nothing is told of where nothing is counted', async () => {
  const page = {
    path: '/en',
    consent: 'unknown',
    status: 'off',
    tabId: null,
    sessionId: null,
    seq: 0,
    isLoaded: true,
  } as const
  const posts = { events: new Map(), rejected: [] }
  const counted = await readCounted(parts([], { posts, pages: [page] }))
  expect(() => expectSessions(counted, 1)).toThrow('The reader has chosen nothing')
})

test('reading that is closed says so, and how it is opened', async () => {
  const answer = {
    ok: () => false,
    status: () => 403,
    headers: () => ({ 'content-type': 'application/json' }),
    url: () => 'http://site/api/help/sessions/1',
    json: async () => ({ error: 'Reading is closed' }),
  }
  const request = { get: async () => answer, post: async () => answer } as never
  const collector = createCollectorOf({ request, url: 'http://site/api/help', token: undefined })
  await expect(collector.sessionOf(uuid(1))).rejects.toThrow(
    '[helptally] Expected a collector at http://site/api/help/sessions/1, got 403 (Reading is closed). Read what is counted with the `token`',
  )
})

/** Everything that a source file, and those of ours that it imports, load when they run. */
async function loadedBy(file: URL, seen: Set<string> = new Set()): Promise<Set<string>> {
  const code = await readFile(file, 'utf8')
  for (const [, from] of code.matchAll(/^(?:import|export) (?!type )(?:[^'"]*?from )?'([^']+)'/gm)) {
    if (!from!.startsWith('.')) seen.add(from!)
    else if (!seen.has(new URL(from!, file).href)) {
      seen.add(new URL(from!, file).href)
      await loadedBy(new URL(from!.replace(/\.js$/, '.ts'), file), seen)
    }
  }
  return seen
}

test('the helper for Playwright loads our core and nothing else: no Playwright, no msw, no DOM', async () => {
  const loaded = await loadedBy(new URL('../src/playwright/index.ts', import.meta.url))
  expect([...loaded].filter((from) => !from.startsWith('file:')).sort()).toEqual([
    '@helptally/core',
    '@helptally/core/schema',
    'node:timers/promises',
  ])
})
