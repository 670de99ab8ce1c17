import type { Send } from './devTools.js'
import type { RawChromium } from './rawChromium.js'
import type { RawTab } from './rawTab.js'
import { until } from './until.js'

/** A page that the browser renders before the reader asks for it. */
export interface Prerendered {
  evaluate<T>(run: () => T | Promise<T>): Promise<T>
}

/** Lets the page in the tab ask for another to be rendered in advance, and waits until that one runs. */
export async function prerender({ devTools }: RawChromium, tab: RawTab, url: string): Promise<Prerendered> {
  let send: Send | undefined
  const stop = devTools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.subtype === 'prerender') send = devTools.to(sessionId)
  })
  await tab.evaluate((wanted) => {
    const rules = document.createElement('script')
    rules.type = 'speculationrules'
    rules.textContent = JSON.stringify({ prerender: [{ urls: [wanted], eagerness: 'immediate' }] })
    document.head.append(rules)
  }, url)
  const evaluate: Prerendered['evaluate'] = async (run) => {
    const options = { awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await send!('Runtime.evaluate', { expression: `(${run})()`, ...options })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  const isThere = () =>
    send !== undefined &&
    evaluate(
      () =>
        (document as { prerendering?: boolean }).prerendering === true &&
        document.readyState === 'complete' &&
        Symbol.for('helptally') in globalThis,
    )
  await until(isThere, (there) => there === true)
  stop()
  return { evaluate }
}
