import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { findChromium, QUIET } from './chromium.js'

const BLOCK = 2

export interface BlockedReader {
  readonly reader: BrowserContext
  close(): Promise<void>
}

/** A reader whose browser is set to block all cookies, and with them everything else that a page could keep. */
export async function openBlockedReader(url: string): Promise<BlockedReader> {
  const profile = mkdtempSync(join(tmpdir(), 'blocked-reader-'))
  mkdirSync(join(profile, 'Default'))
  const settings = { profile: { default_content_setting_values: { cookies: BLOCK } } }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings))
  const options = { executablePath: findChromium(), args: [...QUIET], baseURL: url, locale: 'en-GB' }
  const reader = await chromium.launchPersistentContext(profile, options)
  return {
    reader,
    async close() {
      await reader.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
