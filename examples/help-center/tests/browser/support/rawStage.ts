import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import { type BrowserMenu, openBrowserMenu, TABS_EXTENSION } from './browserMenu.js'
import { type HelpCenter, openHelpCenter } from './helpCenter.js'
import { MOVED_BY_COOKIE, withMovedClock } from './movedClock.js'
import { newProfile, type Profile } from './profile.js'
import { launchRawChromium, type RawChromium } from './rawChromium.js'
import type { Served } from './startServer.js'

export interface RawStage {
  readonly center: HelpCenter
  /** Where the site is served with clocks that `letPass` moves. */
  readonly url: string
  /** With the profile of a reader who has consented, and one empty tab. */
  readonly chromium: RawChromium
  readonly menu: BrowserMenu
  readonly profile: Profile
  /** Moves the clocks of all pages at once to so many ms after the start of the test. */
  letPass(ms: number): Promise<void>
  /** Ends the browser and starts it again, with the same profile. */
  restart(end: (chromium: RawChromium) => Promise<void>, flags?: readonly string[]): Promise<RawStage>
}

export interface RawStageOptions {
  readonly flags?: readonly string[]
  readonly consent?: 'granted' | 'none'
  /** The name that the browser calls the site by. Default: localhost. */
  readonly host?: string
}

const DAY_S = 86_400

/** One help center for all tests of a file; a new reader with a browser of their own for each. */
export function onRawStage(
  enter: (stage: RawStage) => void,
  { flags = [], consent = 'granted', host = 'localhost' }: RawStageOptions = {},
): void {
  let center: HelpCenter
  let clock: Served
  let url: string
  let profile: Profile
  let chromium: RawChromium

  /** Lives on in the profile when the browser ends. */
  const cookie = (name: string, value: string) => ({ name, value, url, expires: Date.now() / 1000 + DAY_S })
  const open = async (more: readonly string[] = []): Promise<RawStage> => {
    const opened = await launchRawChromium({
      profile: profile.folder,
      extension: TABS_EXTENSION,
      flags: [...flags, ...more],
    })
    chromium = opened
    return {
      center,
      profile,
      url,
      chromium,
      menu: await openBrowserMenu(opened),
      async letPass(ms) {
        await opened.send('Storage.setCookies', { cookies: [cookie(MOVED_BY_COOKIE, String(ms))] })
      },
      async restart(end, nextFlags) {
        await end(opened)
        return open(nextFlags)
      },
    }
  }
  beforeAll(async () => {
    center = await openHelpCenter()
    clock = await withMovedClock(center.url)
    url = clock.url.replace('localhost', host)
  })
  beforeEach(async () => {
    profile = newProfile()
    const stage = await open()
    if (consent === 'granted') {
      await chromium.send('Storage.setCookies', { cookies: [cookie('help_choice', 'granted')] })
    }
    enter(stage)
  })
  afterEach(async () => {
    await chromium?.close()
    profile?.remove()
  })
  afterAll(async () => {
    await clock?.close()
    await center?.close()
  })
}
