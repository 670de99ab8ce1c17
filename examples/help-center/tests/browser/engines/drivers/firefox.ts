import puppeteer, { type BrowserContext, type Page, type Target } from 'puppeteer-core'
import type { Browser, Engine, Reader, Setting } from './engine.js'
import { installed } from './installed.js'
import { type Hands, tabOf } from './tab.js'

const executablePath = installed('firefox-esr') ?? installed('firefox')

const PREFERENCES: Record<Setting, Record<string, unknown>> = {
  privacyControl: { 'privacy.globalprivacycontrol.enabled': true },
  // 2: no site may keep anything.
  blocked: { 'network.cookie.cookieBehavior': 2 },
}

export const firefox: Engine = {
  name: 'Firefox',
  needs: [{ name: 'firefox-esr or firefox', path: executablePath, debian: 'firefox-esr' }],
  opensByCtrlClick: true,
  hasPrivacyControl: true,
  // A page that held a lock is loaded again.
  keepsPages: false,
  withoutWhenBlocked: ['storage', 'locks', 'channel'],
  launch,
}

async function launch(setting?: Setting): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    headless: true,
    ...(executablePath && { executablePath }),
    ...(setting && { extraPrefsFirefox: PREFERENCES[setting] }),
  })
  return {
    newReader: async () => readerOf(await browser.createBrowserContext()),
    close: () => browser.close(),
  }
}

function readerOf(context: BrowserContext): Reader {
  return {
    newTab: async () => tabOf(handsIn(await context.newPage())),
    cookies: async () => (await context.cookies()).map(({ name, value }) => `${name}=${value}`),
    close: () => context.close(),
  }
}

function handsIn(page: Page): Hands {
  return {
    goto: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    pointAt: (css) => page.hover(css),
    async pointAndClick(css, nth, { holding, button = 'left' }) {
      const element = (await page.$$(css))[nth]!
      if (holding) await page.keyboard.down(holding)
      await element.click({ button })
      if (holding) await page.keyboard.up(holding)
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    // By default it waits for a load, in vain when the page comes from the bfcache.
    back: async () => void (await page.goBack({ waitUntil: [] })),
    reload: async () => void (await page.reload()),
    bringToFront: () => page.bringToFront(),
    async opened(act) {
      const born = new Promise<Target>((resolve) => page.browserContext().once('targetcreated', resolve))
      await act()
      return handsIn((await (await born).page())!)
    },
    close: () => page.close({ runBeforeUnload: true }),
  }
}
