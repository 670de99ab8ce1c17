import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium, newReader } from './chromium.js'
import { type HelpCenter, openHelpCenter } from './helpCenter.js'

export interface Stage {
  readonly center: HelpCenter
  readonly chromium: Browser
  /** The profile of a reader who has consented. */
  readonly reader: BrowserContext
  readonly page: Page
}

/** One help center and one browser for all tests of a file; a new reader with an empty tab for each. */
export function onStage(enter: (stage: Stage) => void): void {
  let center: HelpCenter
  let chromium: Browser
  let reader: BrowserContext

  beforeAll(async () => {
    ;[center, chromium] = await Promise.all([openHelpCenter(), launchChromium()])
  })
  beforeEach(async () => {
    reader = await newReader(chromium, center.url)
    enter({ center, chromium, reader, page: await reader.newPage() })
  })
  afterEach(() => reader?.close())
  afterAll(() => Promise.all([center?.close(), chromium?.close()]))
}
