import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

// A browser that stays quiet: no sandbox for CI as root, no traffic of its own.
export const QUIET: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...QUIET] })
}

/** A reader's browser profile; `granted` has said yes to the banner before. */
export async function newReader(
  browser: Browser,
  url: string,
  { consent }: { readonly consent: 'granted' | 'none' } = { consent: 'granted' },
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', timezoneId: 'UTC' })
  if (consent === 'granted') await context.addCookies([{ name: 'help_choice', value: 'granted', url }])
  return context
}

export function findChromium(): string {
  const found = [process.env.CHROMIUM_PATH, ...PLACES].find((place) => place && existsSync(place))
  if (found) return found
  throw new Error(
    `[helptally] The browser tests looked for Chromium or Chrome at ${PLACES.join(', ')} and found none. Install one of them, or set CHROMIUM_PATH to its executable.`,
  )
}
