import type { RawTab } from './rawTab.js'

/** Puts a link with these attributes on the page of a tab; the answer selects it. */
export async function linkIn(tab: RawTab, attributes: Readonly<Record<string, string>>): Promise<string> {
  await tab.evaluate((given) => {
    const link = document.createElement('a')
    for (const [name, value] of Object.entries(given)) link.setAttribute(name, value)
    link.id = 'made-by-test'
    link.textContent = 'a link of the test'
    link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 999'
    // React keeps what it does not know only here, when it hydrates.
    document.body.prepend(link)
  }, attributes)
  return '#made-by-test'
}
