import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { findHelp, startHelp, stopHelp } from '../../src/index.js'
import { forgetPage, realPage, until } from '../support/realPage.js'

const OPTIONS = { site: 'docs', articles: '/:locale/articles/:slug', consent: 'granted' } as const

const undo: (() => void)[] = []
const told = jest.spyOn(console, 'error')

beforeEach(() => {
  told.mockClear()
  history.replaceState(null, '', '/en/articles/idle')
})
afterEach(() => {
  stopHelp()
  for (const step of undo.splice(0)) step()
  forgetPage()
})

function forbidden(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
/** Puts another property in the place of one of the page's, for this test. */
function instead(target: object, name: string, property: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { configurable: true, ...property })
  undo.push(() => (before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name)))
}
const locksThat = (request: () => Promise<unknown>) => () => instead(navigator, 'locks', { value: { request } })

/** Each answers what the engine then has to do without. */
const TROUBLES: readonly (readonly [name: string, make: () => void, degraded: readonly string[]])[] = [
  [
    'case 77: a getter of sessionStorage that throws',
    () => instead(window, 'sessionStorage', { get: forbidden }),
    ['storage', 'locks'],
  ],
  ['a getter of localStorage that throws', () => instead(window, 'localStorage', { get: forbidden }), ['locks']],
  ['document.cookie that throws', () => instead(document, 'cookie', { get: forbidden, set: forbidden }), ['locks']],
  ['no Web Locks', () => instead(navigator, 'locks', { value: undefined }), ['locks']],
  ['Web Locks that reject', locksThat(() => Promise.reject(new DOMException('insecure', 'SecurityError'))), ['locks']],
  ['no BroadcastChannel', () => instead(globalThis, 'BroadcastChannel', { value: undefined }), ['locks', 'channel']],
  [
    'a BroadcastChannel that may not be opened',
    () => instead(globalThis, 'BroadcastChannel', { value: forbidden }),
    ['locks', 'channel'],
  ],
  ['no crypto.randomUUID', () => instead(crypto, 'randomUUID', { value: undefined }), ['locks']],
]

async function countsAnArticle(degraded: readonly string[]): Promise<void> {
  const { ports, received } = realPage()
  const engine = startHelp(OPTIONS, ports)
  await until(() => engine?.store.getState().session != null)
  expect(engine!.store.getState().degraded).toEqual(degraded)
  expect(() => engine!.vote(1)).not.toThrow()
  window.dispatchEvent(new Event('pagehide'))
  await until(() => received.length === 2)
  expect(received.map(({ name, seq, sessionId }) => [name, seq, sessionId])).toEqual([
    ['help.article.open', 1, received[0]!.id],
    ['help.feedback.vote', 2, received[0]!.id],
  ])
  expect(told).not.toHaveBeenCalled()
}

test.each(TROUBLES)(
  '%s: the page works, the article counts, and the store says what is missing',
  async (_, make, degraded) => {
    make()
    await countsAnArticle(degraded)
  },
)

test('case 77: with all of it forbidden at once the article still counts, and a refusal is followed', async () => {
  for (const [, make] of TROUBLES) make()
  await countsAnArticle(['storage', 'locks', 'channel'])
  const engine = findHelp()!
  expect(() => engine.setConsent('refused')).not.toThrow()
  expect(engine.store.getState()).toMatchObject({ consent: 'refused', status: 'off', session: null })
})
