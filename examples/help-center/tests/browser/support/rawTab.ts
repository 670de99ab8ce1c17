import type { DevTools, Send } from './devTools.js'
import { until } from './until.js'

/**
 * A tab of a raw Chromium, whatever page it shows. It is the tab that is attached, and its pages come with it: attaching
 * to a page would end prerendering.
 */
export interface RawTab {
  /** The id of the tab's target. */
  readonly id: string
  /** To the page that the tab shows. */
  readonly send: Send
  /** Runs in the page. The function sees only its arguments, which have to be JSON. */
  evaluate<A extends unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>
  /** '' where there is no page: a window's own popups are tabs too. */
  url(): string
  /** Does not wait for the page. */
  goto(url: string): Promise<void>
  /** Brings the tab to the front of its window. */
  activate(): Promise<void>
  /** A click of a real mouse on the first element that matches, once it is there and nothing lies over it. */
  click(selector: string, options?: { readonly button?: 'left' | 'middle'; readonly modifiers?: number }): Promise<void>
  close(): Promise<void>
}

/** Modifier keys of an input event, as the protocol numbers them. */
export const CTRL = 2
export const SHIFT = 8

interface PageTarget {
  readonly targetId: string
  readonly type: string
  readonly subtype?: string
  readonly url: string
}

export async function attachTab(devTools: DevTools, id: string): Promise<RawTab> {
  const browser = devTools.to()
  const pages = new Map<string, PageTarget>()
  const { sessionId: tabSession } = await browser('Target.attachToTarget', { targetId: id, flatten: true })
  devTools.on('Target.attachedToTarget', ({ sessionId, targetInfo }, parent) => {
    if (parent === tabSession && targetInfo.type === 'page') pages.set(sessionId, targetInfo)
  })
  devTools.on('Target.detachedFromTarget', ({ sessionId }) => pages.delete(sessionId))
  devTools.on('Target.targetInfoChanged', ({ targetInfo }) => {
    for (const [session, page] of pages) if (page.targetId === targetInfo.targetId) pages.set(session, targetInfo)
  })
  const autoAttach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }
  await devTools.to(tabSession)('Target.setAutoAttach', autoAttach)

  const shown = () => [...pages].findLast(([, page]) => !page.subtype)
  const send: Send = async (method, params) => {
    const [session] = (await until(shown, (page) => page !== undefined))!
    return devTools.to(session)(method, params)
  }
  const evaluate: RawTab['evaluate'] = async (run, ...args) => {
    const expression = `(${run})(...${JSON.stringify(args)})`
    const options = { awaitPromise: true, returnByValue: true, userGesture: true }
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, ...options })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  const middleOf = (selector: string) =>
    evaluate((wanted) => {
      const element = document.querySelector(wanted)
      if (!element) return null
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const box = element.getBoundingClientRect()
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      return element.contains(document.elementFromPoint(middle.x, middle.y)) ? middle : null
    }, selector)

  return {
    id,
    send,
    evaluate,
    url: () => shown()?.[1].url ?? '',
    async goto(url) {
      await send('Page.navigate', { url })
    },
    async activate() {
      await browser('Target.activateTarget', { targetId: id })
    },
    async click(selector, { button = 'left', modifiers = 0 } = {}) {
      const place = (await until(
        () => middleOf(selector),
        (found) => found !== null,
      ))!
      const mouse = { ...place, button, modifiers, clickCount: 1 }
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse })
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse })
    },
    async close() {
      await browser('Target.closeTarget', { targetId: id })
    },
  }
}
