import type { Page } from 'playwright-core'

/** Stands in the engine, and in nothing that a page loads before it. */
export const MARK_OF_ENGINE = 'help:leftovers'

/** Comes true when the page has loaded its engine. Ask before the page is opened. */
export async function engineOn(page: Page): Promise<void> {
  await loads(page, MARK_OF_ENGINE)
  // Its code runs.
  await page.evaluate(() => fetch('/icon.svg').then((answer) => answer.text()))
}

/** Comes true when the page has loaded a script in which that stands. */
export async function loads(page: Page, mark: string): Promise<void> {
  await page.waitForResponse(async (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return false
    const code = await response.text().catch(() => '')
    return code.includes(mark)
  })
}
