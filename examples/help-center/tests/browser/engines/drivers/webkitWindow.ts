import { until } from '../../support/until.js'
import type { Hands, Key, Modifier } from './tab.js'
import type { WebDriver } from './webDriver.js'

/** As WebDriver writes them. */
const KEYS: Record<Key | Modifier, string> = {
  ArrowDown: '\uE015',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageDown: '\uE00F',
  Control: '\uE009',
}

type Call = WebDriver['call']

export interface Windows {
  current(): Promise<Hands>
  open(): Promise<Hands>
}

/** A driver talks to one window at a time: each command says first to which, and waits for the one before. */
export function oneWindowAtATime(call: Call): Windows {
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
    return {
      goto: (url) => say('/url', { url }),
      run: (expression) =>
        inWindow(handle, () => call('POST', '/execute/sync', { script: `return ${expression}`, args: [] })),
      async pointAndClick(css, nth) {
        const found = () => call<object[]>('POST', '/elements', { using: 'css selector', value: css })
        const element = (await inWindow(handle, found))[nth]!
        await act(
          'pointer',
          { type: 'pointerMove', origin: element, x: 0, y: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        )
      },
      type: (text) => act('key', ...[...text].flatMap(strike)),
      press: (key) => act('key', ...strike(KEYS[key])),
      back: () => say('/back'),
      reload: () => say('/refresh'),
      // Windows stand side by side on a screen without a window manager: all are seen.
      bringToFront: async () => {},
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
