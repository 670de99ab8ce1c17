import { until } from '../../support/until.js'

export type Key = 'ArrowDown' | 'Enter' | 'Escape' | 'PageDown'
export type Modifier = 'Control'

/** What makes a click other than a plain one. */
export interface How {
  readonly holding?: Modifier
  readonly button?: 'left' | 'middle'
}

/** What a driver can do in one tab. All of it is a reader's input, but for `run`. */
export interface Hands {
  goto(url: string): Promise<void>
  /** Evaluates an expression in the page and waits for its promise. */
  run(expression: string): Promise<unknown>
  /** Rests with the mouse on an element that is in view. */
  pointAt(css: string): Promise<void>
  /** Clicks on an element that is in view. */
  pointAndClick(css: string, nth: number, how: How): Promise<void>
  type(text: string): Promise<void>
  press(key: Key): Promise<void>
  /** Waits for nothing: a page from the bfcache is never loaded. */
  back(): Promise<void>
  reload(): Promise<void>
  bringToFront(): Promise<void>
  /** The tab or window that an act in this one opens. */
  opened(act: () => Promise<void>): Promise<Hands>
  close(): Promise<void>
}

/** A reader's tab, the same in every engine. */
export interface Tab extends Omit<Hands, 'run' | 'pointAt' | 'pointAndClick' | 'opened'> {
  /** Runs a function in the page; it sees only its arguments. */
  evaluate<A extends readonly unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>
  /** Waits for the element and clicks on it. */
  click(css: string, options?: How & { readonly nth?: number }): Promise<void>
  /** Waits for the element and rests with the mouse on it. */
  hover(css: string): Promise<void>
  opened(act: () => Promise<void>): Promise<Tab>
}

export function tabOf({ run, pointAt, pointAndClick, opened, ...hands }: Hands): Tab {
  const evaluate: Tab['evaluate'] = (code, ...args) => run(`(${code})(...${JSON.stringify(args)})`) as never
  const inView = async (css: string, nth = 0) => {
    let before = NOWHERE
    await until(
      () => evaluate(bringIntoView, css, nth).catch(() => NOWHERE),
      (place) => {
        const rests = place !== NOWHERE && place === before
        before = place
        return rests
      },
    )
  }
  return {
    ...hands,
    evaluate,
    async click(css, { nth = 0, ...how } = {}) {
      await inView(css, nth)
      await pointAndClick(css, nth, how)
    },
    async hover(css) {
      await inView(css)
      await pointAt(css)
    },
    opened: async (act) => tabOf(await opened(act)),
  }
}

/** A page that is just being replaced cannot be asked; the next one can. */
export const leftMeanwhile = (): undefined => undefined

const NOWHERE = 'nowhere'

/** Where the middle of the element is, once a click there would hit it. It has to come to rest, too: sites scroll smoothly. */
function bringIntoView(css: string, nth: number): string {
  const element = document.querySelectorAll(css)[nth]
  if (!element || document.readyState !== 'complete') return 'nowhere'
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  return element.contains(document.elementFromPoint(x, y)) ? `${x} ${y}` : 'nowhere'
}
