import { expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import type { RawChromium } from '../support/rawChromium.js'
import { type EngineState, engineOf, sessionIn, whenReady } from '../support/rawSession.js'
import { onRawStage, type RawStage } from '../support/rawStage.js'
import type { RawTab } from '../support/rawTab.js'
import { explained, opens } from '../support/session.js'
import { until } from '../support/until.js'

const MINUTE = 60_000
const ARTICLES = ['idle', 'tabs', 'entries', 'search'] as const
type Slug = (typeof ARTICLES)[number]
const RESTORE = ['--restore-last-session', '--hide-crash-restore-bubble']

let stage: RawStage
onRawStage((entered) => {
  stage = entered
})

async function openArticles(): Promise<Record<Slug, EngineState>> {
  const { center, chromium, url } = stage
  const engines: [Slug, EngineState][] = []
  for (const slug of ARTICLES) {
    const tab = await chromium.newTab(`${url}/en/articles/${slug}`)
    await explained(center, await sessionIn(tab), (events) => events.length > 0)
    engines.push([slug, await whenReady(tab)])
  }
  return Object.fromEntries(engines) as Record<Slug, EngineState>
}

const tabOf = async (slug: Slug): Promise<RawTab> =>
  (await until(
    () => stage.chromium.tabs().find((tab) => tab.url().endsWith(slug)),
    (tab) => tab !== undefined,
  ))!

const hasNotStarted = (engine: EngineState | null) => engine === null || (engine.status === 'off' && !engine.session)

const quit = (chromium: RawChromium) => chromium.close()
const restartAfterQuit = () => stage.restart(quit, RESTORE)

/** Cookies and storage of tabs are on the disk for sure only after a quit, so there is one before. */
async function restartAfterKill(): Promise<RawStage> {
  stage = await restartAfterQuit()
  await until(
    () => ARTICLES.every((slug) => stage.profile.remembersTab(`${stage.url}/en/articles/${slug}`)),
    (isKept) => isKept,
  )
  return stage.restart((chromium) => chromium.kill('SIGKILL'), RESTORE)
}

test.each([
  ['the reader quit', restartAfterQuit],
  ['the system killed', restartAfterKill],
])(
  'case 55: of the tabs that come back in a browser that %s, only those count that are looked at',
  async (_how, restart) => {
    const { center } = stage
    const counted = await countFromNow(center)
    const before = await openArticles()
    await counted.toBe({ sessions: 4, direct_link: 4 })

    stage = await restart()
    const { tabId, session } = before.search
    expect(await whenReady(await tabOf('search'))).toMatchObject({ tabId, session })
    for (const slug of ['idle', 'tabs', 'entries'] as const)
      expect(hasNotStarted(await engineOf(await tabOf(slug)))).toBe(true)

    const entries = await tabOf('entries')
    await entries.activate()
    const { status, ...same } = before.entries
    expect(await whenReady(entries)).toMatchObject(same)
    await explained(center, before.entries.session!.id, (events) => opens(events).length === 2)

    await stage.letPass(6 * MINUTE)
    const tabs = await tabOf('tabs')
    await tabs.activate()
    const next = await explained(center, await sessionIn(tabs), (events) => events.length > 0)
    expect(next).toMatchObject({ tabId: before.tabs.tabId, previousId: before.tabs.session!.id })
    expect(hasNotStarted(await engineOf(await tabOf('idle')))).toBe(true)
    await counted.toBe({ sessions: 5, direct_link: 5 })
  },
)
