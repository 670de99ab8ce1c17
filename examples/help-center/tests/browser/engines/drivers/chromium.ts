import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { findChromium, QUIET } from '../../support/chromium.js'
import type { Browser, Engine, Reader } from './engine.js'
import { type Hands, tabOf } from './tab.js'

/** Playwright switches the bfcache off. */
const options = () => ({
  executablePath: findChromium(),
  args: [...QUIET],
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
})

export const chromium: Engine = {
  name: 'Chromium',
  // As in all other browser tests, a missing Chromium is an error.
  needs: [],
  opensByCtrlClick: true,
  hasPrivacyControl: false,
  keepsPages: true,
  withoutWhenBlocked: ['storage', 'locks'],
  launch: (setting) => (setting === 'blocked' ? launchBlocked() : launch()),
}

async function launch(): Promise<Browser> {
  const browser = await playwright.launch(options())
  return {
    newReader: async () => readerOf(await browser.newContext()),
    close: () => browser.close(),
  }
}

const BLOCK = 2

/** All cookies are forbidden in the settings of the profile: whoever reads there is the one reader. */
async function launchBlocked(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'help-blocked-'))
  mkdirSync(join(profile, 'Default'))
  const preferences = { profile: { default_content_setting_values: { cookies: BLOCK } } }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const context = await playwright.launchPersistentContext(profile, options())
  return {
    newReader: async () => readerOf(context),
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

function readerOf(context: BrowserContext): Reader {
  return {
    newTab: async () => tabOf(handsIn(await context.newPage())),
    cookies: async (site) => (await context.cookies(site)).map(({ name, value }) => `${name}=${value}`),
    close: () => context.close(),
  }
}

function handsIn(page: Page): Hands {
  return {
    goto: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    pointAt: (css) => page.locator(css).first().hover(),
    pointAndClick: (css, nth, { holding, button = 'left' }) =>
      page
        .locator(css)
        .nth(nth)
        .click({ button, modifiers: holding ? [holding] : [] }),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    // Playwright waits for a load in vain when the page comes from the bfcache.
    back: async () => void page.goBack({ timeout: 1_000 }).catch(() => {}),
    reload: async () => void (await page.reload()),
    bringToFront: () => page.bringToFront(),
    async opened(act) {
      const [opened] = await Promise.all([page.context().waitForEvent('page'), act()])
      return handsIn(opened)
    },
    close: () => page.close({ runBeforeUnload: true }),
  }
}
