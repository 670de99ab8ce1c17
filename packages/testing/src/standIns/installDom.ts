import { JSDOM } from 'jsdom'

/** What Node has, too, and the elements of jsdom want to be theirs. */
const OF_THE_PAGE = ['CustomEvent', 'Event', 'EventTarget', 'Storage', 'localStorage', 'navigator', 'sessionStorage']
/** What a window inherits. */
const INHERITED = ['addEventListener', 'dispatchEvent', 'removeEventListener']
/** In a page these are the global object itself. */
const ITSELF = ['frames', 'parent', 'self', 'top', 'window']

/** Puts a page of jsdom into Node's global object, where none is there: what Node has itself, `fetch` above all, stays. */
export function installDom(): void {
  if (typeof document !== 'undefined') return
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/', pretendToBeVisual: true })
  const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis) && !name.startsWith('_'))
  for (const name of [...names, ...OF_THE_PAGE, ...INHERITED]) give(name, memberOf(window, name))
  for (const name of ITSELF) give(name, globalThis)
}

/** Methods of the window want it as `this`; classes do not. */
function memberOf(window: object, name: string): unknown {
  const member = (window as Record<string, unknown>)[name]
  return typeof member === 'function' && /^[a-z]/.test(name) ? member.bind(window) : member
}

function give(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true })
}
