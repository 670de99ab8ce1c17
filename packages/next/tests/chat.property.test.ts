/** @jest-environment jest-fixed-jsdom */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import timers from 'node:timers'
import { createCollector, openStore } from '@helptally/server'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ChatSession, createChat } from '../../browser/src/chat/createChat.js'
import * as code from '../../browser/src/chat/keyedHash.js'
import type { FakeBrowser } from '../../browser/tests/support/fakeBrowser.js'
import type { FakeTab } from '../../browser/tests/support/fakeTab.js'
import { grantedBrowser } from '../../browser/tests/support/granted.js'
import { type FoundTalk, type Row, readConversation, type Talk } from '../../core/tests/support/conversationOracle.js'

// The page lives in jsdom, and the collector beside it in Node, whose timers it needs.
Object.assign(globalThis, timers)

const TRACES = Number(process.env.CHAT_TRACES ?? 60)
const FIVE_MINUTES = 300_000
const A_DAY = 86_400_000
/** What waits is sent again by then. */
const SURELY_SENT_MS = 60_000

/** The channel `web` of DESIGN 2. */
const WEB: Row = {
  idle: FIVE_MINUTES,
  endsAtExactlyIdle: false,
  countsFrom: ['user'],
  earlyEnds: ['close', 'transfer', 'survey_answered', 'interrupted'],
}

const SAID = ['user', 'bot', 'agent'] as const
const TURNS = ['open', 'close', 'transfer', 'survey_sent', 'survey_answered', 'interrupted'] as const
const ELSE = ['reload', 'crash', 'another tab', 'away', 'deaf', 'refuse'] as const
const DEEDS = [...SAID, 'user', 'user', ...TURNS, ...ELSE] as const

const step = fc.record({
  pauseMs: fc.oneof(
    fc.constantFrom(1, FIVE_MINUTES - 1, FIVE_MINUTES, FIVE_MINUTES + 1, A_DAY - 1, A_DAY, A_DAY + 1),
    fc.integer({ min: 1, max: 2 * FIVE_MINUTES }),
  ),
  deed: fc.constantFrom(...DEEDS),
  tab: fc.nat(2),
  conversation: fc.constantFrom(undefined, undefined, '34600123456'),
  /** The widgets of the other tabs say so, too. */
  isMirrored: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Post {
  readonly at: number
  readonly body: string
}

interface Lived {
  readonly browser: FakeBrowser
  readonly posts: readonly Post[]
  /** What happened in each conversation, by the trace. */
  readonly talks: readonly { readonly at: number; readonly act: Talk }[][]
}

/** Readers in up to three tabs of a fake browser with the real engine; the network fails as the trace says. */
async function live(steps: readonly Step[]): Promise<Lived> {
  const browser = grantedBrowser()
  const posts: Post[] = []
  let network: 'up' | 'away' | 'deaf' = 'up'
  const open = () =>
    browser.openTab('/en', {
      ports: (usual) => ({
        ...usual,
        async send(url, body) {
          if (network === 'away') throw new TypeError('Failed to fetch')
          posts.push({ at: browser.now, body })
          const reply = await usual.send(url, body)
          if (network === 'deaf') throw new TypeError('Failed to fetch')
          return reply
        },
      }),
    })
  const widgets = new Map<FakeTab, Map<string | undefined, ChatSession>>()
  const widget = (tab: FakeTab, conversation: string | undefined) => {
    const own = widgets.get(tab) ?? new Map<string | undefined, ChatSession>()
    widgets.set(tab, own)
    const chat =
      own.get(conversation) ??
      createChat(
        () => tab.engine,
        { conversation },
        async () => code,
      )
    own.set(conversation, chat)
    return chat
  }
  const settle = async () => {
    network = 'up'
    await browser.advance(SURELY_SENT_MS)
  }
  const tabs = [open()]
  let talks = new Map<string | undefined, { at: number; act: Talk }[]>()
  const all: { at: number; act: Talk }[][] = []
  await browser.advance(1_000)
  for (const [nth, { pauseMs, deed, tab: choice, conversation, isMirrored }] of steps.entries()) {
    // What waits for a day is given up.
    if (pauseMs > 2 * FIVE_MINUTES) await settle()
    await browser.advance(pauseMs)
    const tab = tabs[choice % tabs.length]!
    switch (deed) {
      case 'away':
      case 'deaf':
        network = deed
        continue
      case 'another tab':
        if (tabs.length < 3) tabs.push(open())
        await browser.advance(1_000)
        continue
      case 'reload':
        tab.load('/en', 'reload')
        widgets.delete(tab)
        await browser.advance(1_000)
        continue
      case 'crash':
        tab.crash()
        widgets.delete(tab)
        tabs[tabs.indexOf(tab)] = open()
        await browser.advance(1_000)
        continue
      case 'refuse':
        await settle()
        tab.engine.setConsent('refused')
        // Nobody hears of this.
        for (const each of tabs) tell(widget(each, conversation), 'user', `refused ${nth}`)
        await browser.advance(1_000)
        tab.engine.setConsent('granted')
        for (const each of tabs) {
          each.setHidden(true)
          each.setHidden(false)
        }
        await browser.advance(1_000)
        all.push(...talks.values())
        talks = new Map()
        continue
    }
    const talk = talks.get(conversation) ?? []
    talks.set(conversation, talk)
    talk.push({ at: browser.now, act: deed === 'open' ? 'tick' : deed })
    for (const each of isMirrored ? [tab, ...tabs.filter((other) => other !== tab)] : [tab])
      tell(widget(each, conversation), deed, nth)
    await browser.advance(0)
  }
  await settle()
  tabs.push(open())
  await settle()
  return { browser, posts, talks: [...all, ...talks.values()] }
}

const turns: Readonly<Record<(typeof TURNS)[number], (chat: ChatSession) => void>> = {
  open: (chat) => chat.open(),
  close: (chat) => chat.close(),
  transfer: (chat) => chat.transfer(),
  survey_sent: (chat) => chat.surveySent(),
  survey_answered: (chat) => chat.surveyAnswered({ score: 5 }),
  interrupted: (chat) => chat.interrupted({ cause: 'no answer' }),
}

function tell(chat: ChatSession, deed: (typeof SAID | typeof TURNS)[number], id: string | number): void {
  if (deed in turns) turns[deed as keyof typeof turns](chat)
  else chat.message({ by: deed as (typeof SAID)[number], id })
}

/** Who wrote in a session: whatever follows its end lies after it, in another session or with an agent. */
function saidIn({ startedAt, end }: FoundTalk, talk: Lived['talks'][number]): Talk[] {
  const within = talk.filter(({ at }) => at >= startedAt && at <= (end?.at ?? Number.POSITIVE_INFINITY))
  return within.map(({ act }) => act).filter((act) => (SAID as readonly Talk[]).includes(act))
}

/** In an order in which two lists can be compared. */
const sorted = <T extends { readonly started_at: number }>(sessions: readonly T[]) =>
  sessions.toSorted((a, b) => a.started_at - b.started_at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

test('what chat widgets tell in any tabs is counted as the specification says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'helptally-'))
  const store = openStore(`duckdb:${folder}`)
  let now = 0
  const broken: string[] = []
  const collector = createCollector({ store, now: () => now, log: (line) => broken.push(line) })
  const ask = async (path: string, init?: RequestInit) => {
    const request = new Request(`http://localhost/api/help/${path}`, init)
    return (await collector.handle(request, path.split('?')[0]!.split('/'))).json() as Promise<never>
  }
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }), async (steps) => {
        await store.forgetBefore(Number.MAX_SAFE_INTEGER)
        const { browser, posts, talks } = await live(steps)
        for (const { at, body } of posts) {
          now = at
          const { rejected } = await ask('events', { method: 'POST', body, headers: { 'content-type': 'text/plain' } })
          expect(rejected).toEqual([])
        }
        now = browser.now
        const { rows } = await ask('reports/channels?site=docs&from=2026-11-01&to=2027-02-01')
        const expected = talks.flatMap((talk) => readConversation(WEB, talk))
        const said = talks.flatMap((talk) => readConversation(WEB, talk).flatMap((session) => saidIn(session, talk)))
        expect(rows).toContainEqual(
          expect.objectContaining({
            channel: 'web',
            sessions: expected.length,
            interactions: said.length,
            user_turns: said.filter((by) => by === 'user').length,
          }),
        )
        const found = await store.query<{ started_at: number; ended_at: number | null; reason: string }>(
          'select s.started_at, s.ended_at, s.reason from conversation_sessions s',
        )
        expect(sorted(found)).toEqual(
          sorted(
            expected.map(({ startedAt, end }) => ({
              ...{ started_at: startedAt, ended_at: end?.at ?? null, reason: end?.reason ?? '' },
            })),
          ),
        )
        expect(JSON.stringify(posts)).not.toContain('34600123456')
        expect(broken).toEqual([])
      }),
      { numRuns: TRACES, interruptAfterTimeLimit: 240_000 },
    )
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)
