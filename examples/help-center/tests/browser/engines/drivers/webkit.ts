import type { Browser, Engine, Reader, Setting } from './engine.js'
import { installed } from './installed.js'
import { type RealInput, realInputOn } from './realInput.js'
import { tabOf } from './tab.js'
import { startWebDriver, type WebDriver } from './webDriver.js'
import { oneWindowAtATime } from './webkitWindow.js'
import { startXvfb } from './xvfb.js'

const driverPath = installed('WebKitWebDriver')
const screenPath = installed('Xvfb')
const inputPath = installed('xdotool')

/** Scripts may open windows, as in the other two. */
const ALWAYS = ['--automation', '--javascript-can-open-windows-automatically=true']

const FLAGS: Record<Setting, readonly string[]> = {
  privacyControl: [],
  // sessionStorage cannot be taken away.
  blocked: ['--features=-LocalStorage,-WebLocksAPI,-BroadcastChannel', '--cookies-policy=never'],
}

export const webkit: Engine = {
  name: 'WebKitGTK',
  needs: [
    { name: 'WebKitWebDriver', path: driverPath, debian: 'webkit2gtk-driver' },
    { name: 'Xvfb', path: screenPath, debian: 'xvfb' },
    { name: 'xdotool', path: inputPath, debian: 'xdotool' },
  ],
  // This browser follows it in the same tab, a real one too.
  opensByCtrlClick: false,
  hasPrivacyControl: false,
  keepsPages: true,
  withoutWhenBlocked: ['locks', 'channel'],
  launch,
}

async function launch(setting?: Setting): Promise<Browser> {
  const screen = await startXvfb(screenPath!)
  const driver = await startWebDriver(driverPath!, { DISPLAY: screen.display, LANG: 'C.UTF-8' })
  const input = realInputOn(screen, inputPath!)
  return {
    newReader: () => startReader(driver, input, [...ALWAYS, ...(setting ? FLAGS[setting] : [])]),
    async close() {
      await driver.close()
      await screen.close()
    },
  }
}

interface Cookie {
  readonly name: string
  readonly value: string
}

/** Each reader is a browser process of its own, of which nothing remains. */
async function startReader({ call }: WebDriver, input: RealInput, args: readonly string[]): Promise<Reader> {
  const wanted = { alwaysMatch: { 'webkitgtk:browserOptions': { args } } }
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', { capabilities: wanted })
  const session = `/session/${sessionId}`
  const windows = oneWindowAtATime((method, path, body) => call(method, session + path, body), input)
  let isFresh = true
  return {
    async newTab() {
      const first = isFresh
      isFresh = false
      return tabOf(await (first ? windows.current() : windows.open()))
    },
    cookies: async () =>
      (await call<Cookie[]>('GET', `${session}/cookie`)).map(({ name, value }) => `${name}=${value}`),
    close: () => call('DELETE', session),
  }
}
