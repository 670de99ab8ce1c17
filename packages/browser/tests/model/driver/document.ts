import type { Ports } from '../../../src/ports/ports.js'
import type { FakeBrowser } from '../../support/fakeBrowser.js'
import { FakeTab, type Loads, type OpenHow } from '../../support/fakeTab.js'
import type { PageShown, World } from '../trace.js'
import type { Collector } from './collector.js'

export const pathOf = (page: PageShown): string => (page === null ? '/en' : `/en/articles/${page}`)

export interface Surroundings {
  readonly browser: FakeBrowser
  readonly collector: Collector
  readonly world: World
}

/** One document with the real engine in it. Kept in the back/forward cache it hears and does nothing; gone, never again. */
export class Document {
  life: 'living' | 'kept' | 'gone' = 'living'
  /** Locks that were asked for and not answered: such a page is not kept. */
  waitsForLocks = 0
  /** Its engine is asked for, and not here yet. */
  waitsForEngine = false
  /** The article that it may ask the other tabs about, having no referrer. */
  asksFor: PageShown = null
  /** When it was first looked at, or came back, by the monotonic clock. */
  appearedAt = 0
  readonly page: FakeTab
  readonly id: number
  readonly locks = new Set<() => void>()
  #frozen: (() => void)[] = []

  constructor(id: number, around: Surroundings, shows: PageShown, how: OpenHow) {
    this.id = id
    const options = around.world.storage ? {} : ({ consent: 'granted' } as const)
    this.page = new FakeTab(around.browser, pathOf(shows), {
      ...how,
      options,
      ports: (usual) => this.#asBrowsersDo(usual, around),
      ...(around.world.loadMs > 0 && { loads: this.#loadsFor(around) }),
    })
  }

  freeze(): void {
    this.life = 'kept'
  }
  thaw(): void {
    this.life = 'living'
    for (const run of this.#frozen.splice(0)) run()
  }
  /** The browser frees the locks of a page that is gone, whatever the page does. */
  vanish(): void {
    this.life = 'gone'
    this.page.vanish()
    for (const free of [...this.locks]) free()
  }

  #loadsFor({ browser, world }: Surroundings): Loads {
    return (code) => {
      this.waitsForEngine = true
      return new Promise((resolve) =>
        browser.timer(world.loadMs, () =>
          this.#whenAwake(() => {
            this.waitsForEngine = false
            resolve(code)
          }),
        ),
      )
    }
  }
  #whenAwake(run: () => void): void {
    if (this.life === 'living') run()
    if (this.life === 'kept') this.#frozen.push(run)
  }

  #asBrowsersDo(usual: Ports, { browser, collector, world }: Surroundings): Ports {
    const after: Ports['clock']['after'] = (ms, run) => {
      let isCancelled = false
      const cancel = usual.clock.after(ms, () => this.#whenAwake(() => isCancelled || run()))
      return () => {
        isCancelled = true
        cancel()
      }
    }
    return {
      ...usual,
      clock: { ...usual.clock, after },
      journal: world.storage ? usual.journal : null,
      locks: usual.locks && {
        ...usual.locks,
        tryTake: async (name) => {
          if (!world.storage) throw new DOMException('Forbidden', 'SecurityError')
          this.waitsForLocks++
          await new Promise<void>((answer) => browser.timer(world.busyMs, () => this.#whenAwake(answer)))
          this.waitsForLocks--
          const letGo = await usual.locks!.tryTake(name)
          if (!letGo) return null
          const free = () => {
            this.locks.delete(free)
            letGo()
          }
          this.locks.add(free)
          return free
        },
      },
      send: (_url, body) =>
        new Promise((resolve, reject) => {
          collector.post(body).then(
            (reply) => this.#whenAwake(() => resolve(reply)),
            (error) => this.#whenAwake(() => reject(error)),
          )
        }),
      // Blocked cookies take everything with them.
      ...(!world.storage && { sessionStore: null, localStore: null, cookies: { read: () => '', write: () => {} } }),
    }
  }
}
