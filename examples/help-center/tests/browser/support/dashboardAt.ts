import type { Page } from 'playwright-core'

export interface DashboardSeen {
  readonly heading: string
  /** Of the addresses that its first page names, those that do not answer at once, with the status. */
  readonly astray: readonly string[]
}

/** The dashboard at this address, whose page Live has to follow what happens. */
export async function dashboardAt(page: Page, url: string): Promise<DashboardSeen> {
  await page.goto(`${url}?lang=en`)
  const dashboard = page.locator('.ht-insights')
  const heading = await dashboard.locator('h1').textContent()
  const links = await dashboard
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const statuses = await Promise.all(
    onePerPath(links).map(async (href) => ({ href, status: (await fetch(href, { redirect: 'manual' })).status })),
  )
  await dashboard.getByRole('link', { name: 'Live', exact: true }).first().click()
  await page.locator('[data-follow="following"]').waitFor()
  const astray = statuses.filter(({ status }) => status !== 200).map(({ href, status }) => `${href}: ${status}`)
  return { heading: heading ?? '', astray }
}

const onePerPath = (hrefs: readonly string[]): string[] => [
  ...new Map(hrefs.map((href) => [new URL(href).pathname, href])).values(),
]
