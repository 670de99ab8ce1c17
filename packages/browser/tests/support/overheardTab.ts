import { type Overheard, overhear, type Seen } from '../../src/devtools/overhear.js'
import type { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab, OpenHow } from './fakeTab.js'
import { FROM_ELSEWHERE } from './unsent.js'

export interface OverheardTab {
  readonly tab: FakeTab
  readonly overheard: Overheard
  look(): Seen
  /** What was noted, oldest first: name, decision and where it is on its way. */
  said(): readonly (readonly string[])[]
  stop(): void
}

/** A tab in which the overlay listens, as in development. */
export async function overheardTab(browser: FakeBrowser, path: string, how: OpenHow = {}): Promise<OverheardTab> {
  let overheard!: Overheard
  const tab = browser.openTab(path, {
    ...FROM_ELSEWHERE,
    ...how,
    ports(usual) {
      overheard = overhear(how.ports?.(usual) ?? usual, { articles: '/:locale/articles/:slug' })
      return overheard.ports
    },
  })
  const { look, stop } = overheard.follow(tab.engine.store, () => {})
  await browser.advance(0)
  return {
    tab,
    overheard,
    look,
    stop,
    said: () =>
      look()
        .notes.toReversed()
        .map(({ name, decision, delivery }) => (delivery ? [name, decision, delivery.state] : [name, decision])),
  }
}
