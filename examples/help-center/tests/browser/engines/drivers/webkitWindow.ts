import { until } from '../../support/until.js'
import type { Point, RealInput } from './realInput.js'
import type { Hands, Key } from './tab.js'
import type { WebDriver } from './webDriver.js'

/** As WebDriver writes them. */
const KEYS: Record<Key, string> = {
  ArrowDown: '\uE015',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageDown: '\uE00F',
}

/** The page fills the window up to its lower edge. */
const MIDDLE_ON_SCREEN = `
  const { left, top, width, height } = arguments[0].getBoundingClientRect()
  const bars = outerHeight - innerHeight
  return { x: Math.round(screenX + left + width / 2), y: Math.round(screenY + bars + top + height / 2) }`

type Call = WebDriver['call']

export interface Windows {
  current(): Promise<Hands>
  open(): Promise<Hands>
}

/** A driver talks to one window at a time: each command says first to which, and waits for the one before. */
export function oneWindowAtATime(call: Call, input: RealInput): Windows {
  let last: Promise<unknown> = Promise.resolve()
  const inWindow = <T>(handle: string, work: () => Promise<T>): Promise<T> => {
    const next = last.then(async () => {
      await call('POST', '/window', { handle })
      return work()
    })
    last = next.catch(() => {})
    return next
  }
  const handles = () => call<string[]>('GET', '/window/handles')

  const handsIn = (handle: string): Hands => {
    const say = (path: string, body?: object) => inWindow(handle, () => call<void>('POST', path, body))
    const act = (type: 'key' | 'pointer', ...actions: object[]) =>
      say('/actions', { actions: [{ type, id: type, actions }] })
    const strike = (key: string) => [
      { type: 'keyDown', value: key },
      { type: 'keyUp', value: key },
    ]
    const ask = <T>(script: string, ...args: unknown[]) =>
      inWindow(handle, () => call<T>('POST', '/execute/sync', { script, args }))
    const isHidden = () => ask<boolean>('return document.hidden')
    const find = async (css: string, nth = 0) => {
      const found = () => call<object[]>('POST', '/elements', { using: 'css selector', value: css })
      return (await inWindow(handle, found))[nth]!
    }
    const moveTo = (element: object) => ({ type: 'pointerMove', origin: element, x: 0, y: 0 })
    return {
      goto: (url) => say('/url', { url }),
      run: (expression) => ask(`return ${expression}`),
      pointAt: async (css) => act('pointer', moveTo(await find(css))),
      async pointAndClick(css, nth, { button }) {
        const element = await find(css, nth)
        // The driver's own releases the left button, whichever it has pressed.
        if (button === 'middle') return input.middleClick(await ask<Point>(MIDDLE_ON_SCREEN, element))
        const [down, up] = [
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]
        await act('pointer', moveTo(element), down, up)
      },
      type: (text) => act('key', ...[...text].flatMap(strike)),
      press: (key) => act('key', ...strike(KEYS[key])),
      back: () => say('/back'),
      reload: () => say('/refresh'),
      // On a screen without a window manager all windows are seen, but of each only one tab.
      async bringToFront() {
        if (!(await isHidden())) return
        await input.nextTab()
        await until(isHidden, (hidden) => !hidden)
      },
      async opened(open) {
        const before = await handles()
        await open()
        const after = await until(handles, (now) => now.length > before.length)
        return handsIn(after.find((one) => !before.includes(one))!)
      },
      close: () => inWindow(handle, () => call('DELETE', '/window')),
    }
  }
  return {
    current: async () => handsIn(await call<string>('GET', '/window')),
    // A tab would stay hidden.
    open: async () => handsIn((await call<{ handle: string }>('POST', '/window/new', { type: 'window' })).handle),
  }
}
