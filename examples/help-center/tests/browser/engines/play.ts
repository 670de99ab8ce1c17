import { afterAll, beforeAll, jest, test } from '@jest/globals'
import { type HelpCenter, openHelpCenter } from '../support/helpCenter.js'
import { BLANK, type Doorway, openDoorway } from './doorway.js'
import type { Browser, Engine, Reader, Setting } from './drivers/engine.js'
import type { Tab } from './drivers/tab.js'
import { DriverIsSilent } from './drivers/webDriver.js'
import { isMissing } from './isMissing.js'

/** What a test finds: the help center and one reader with one empty tab. */
export interface Scene {
  readonly engine: Engine
  readonly center: HelpCenter
  readonly door: Doorway
  readonly reader: Reader
  readonly tab: Tab
}

export interface Circumstances {
  /** What the reader chose before. Default `granted`. */
  readonly consent?: 'granted' | 'unknown'
  /** What the reader has set in the browser: that takes one of its own. */
  readonly setting?: Setting
}

// On a busy machine a tab may answer another one later than a page waits for it. What is ours shows twice.
jest.retryTimes(1, { logErrorsBeforeRetry: true })

/** Declares a test of one engine. `proves` is a case of the catalogue, `case 26`, or what the test is about. */
export type Declare = (
  proves: string,
  behaviour: string,
  run: (scene: Scene) => Promise<void>,
  circumstances?: Circumstances,
) => void

/** One help center and one browser for all tests of an engine; a new reader for each. */
export function playIn(engine: Engine): Declare {
  const title = (proves: string, behaviour: string) => `${proves} in ${engine.name}: ${behaviour}`
  if (isMissing(engine)) return (proves, behaviour) => test.skip(title(proves, behaviour), () => {})

  let center: HelpCenter
  let door: Doorway
  let shared: Browser
  beforeAll(async () => {
    ;[center, shared] = await Promise.all([openHelpCenter(), engine.launch()])
    door = await openDoorway(center.url)
  })
  afterAll(() => Promise.all([shared?.close(), door?.close(), center?.close()]))

  const play = async (run: (scene: Scene) => Promise<void>, { consent = 'granted', setting }: Circumstances) => {
    const browser = setting ? await engine.launch(setting) : shared
    const reader = await browser.newReader()
    try {
      const tab = await reader.newTab()
      if (consent === 'granted') await consentBefore(tab, door.url)
      await run({ engine, center, door, reader, tab })
      await reader.close()
    } catch (error) {
      // Its tabs would be counted in the next test.
      if (!(error instanceof DriverIsSilent)) await reader.close().catch(() => undefined)
      throw error
    } finally {
      if (browser !== shared) await browser.close()
    }
  }
  return (proves, behaviour, run, circumstances = {}) =>
    test(title(proves, behaviour), async () => {
      try {
        await play(run, circumstances)
      } catch (error) {
        if (!(error instanceof DriverIsSilent)) throw error
        console.error(`[helptally] ${error.message} Once more, with a browser of its own.`)
        await shared.close()
        shared = await engine.launch()
        await play(run, circumstances)
      }
    })
}

async function consentBefore(tab: Tab, site: string): Promise<void> {
  await tab.goto(site + BLANK)
  await tab.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: as the engine writes it
    document.cookie = 'help_choice=granted; Path=/; SameSite=Lax'
  })
}
