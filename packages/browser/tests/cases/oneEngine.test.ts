import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { forgetPage, realPage, until } from '../support/realPage.js'

const OPTIONS = { site: 'docs', articles: '/:locale/articles/:slug', consent: 'granted' } as const

type Sdk = typeof import('../../src/index.js')
let loaded: Sdk[] = []

/** The SDK evaluated anew, as Fast Refresh does, or as another bundle brings it. */
async function freshSdk(): Promise<Sdk> {
  jest.resetModules()
  const sdk: Sdk = await import('../../src/index.js')
  expect(loaded.map(({ startHelp }) => startHelp)).not.toContain(sdk.startHelp)
  loaded = [...loaded, sdk]
  return sdk
}

beforeEach(() => {
  history.replaceState(null, '', '/en/articles/idle')
})
afterEach(() => {
  for (const { stopHelp } of loaded) stopHelp()
  loaded = []
  forgetPage()
})

/** A click on a link and the route it leads to, then the end of the page, which sends all there is. */
async function follow(path: string): Promise<void> {
  document.body.innerHTML = `<a href="${path}">link</a>`
  const link = document.querySelector('a')!
  link.addEventListener('click', (event) => event.preventDefault())
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
  history.pushState(null, '', path)
}
const leave = () => window.dispatchEvent(new Event('pagehide'))

test('case 39: a module that is evaluated again keeps the engine, and no second one listens', async () => {
  const { ports, received } = realPage()
  const before = await freshSdk()
  const engine = before.startHelp(OPTIONS, ports)!
  await until(() => engine.store.getState().session !== null)
  const listen = jest.spyOn(window, 'addEventListener')
  const after = await freshSdk()
  expect(after.findHelp()).toBe(engine)
  expect(after.startHelp(OPTIONS, ports)).toBe(engine)
  expect(listen).not.toHaveBeenCalled()
  listen.mockRestore()

  await follow('/en/articles/tabs')
  await until(() => engine.store.getState().article?.id === 'tabs')
  leave()
  await until(() => received.length === 2)
  expect(received.map(({ name, seq, article }) => [name, seq, article?.id])).toEqual([
    ['help.article.open', 1, 'idle'],
    ['help.article.open', 2, 'tabs'],
  ])
})

test('case 40: the second copy of the SDK in a page joins the first, whatever its options', async () => {
  const page = realPage()
  const other = realPage()
  const [first, second] = [await freshSdk(), await freshSdk()]
  const engine = first.startHelp(OPTIONS, page.ports)!
  expect(second.startHelp({ ...OPTIONS, site: 'other' }, other.ports)).toBe(engine)
  await until(() => engine.store.getState().session !== null)
  second.findHelp()!.vote(1)
  leave()
  await until(() => page.received.length === 2)
  expect(page.received.map(({ name, site }) => [name, site])).toEqual([
    ['help.article.open', 'docs'],
    ['help.feedback.vote', 'docs'],
  ])
  expect(other.received).toEqual([])
})

test('case 40: either copy may stop the engine for both', async () => {
  const { ports, received } = realPage()
  const [first, second] = [await freshSdk(), await freshSdk()]
  const engine = first.startHelp(OPTIONS, ports)!
  await until(() => engine.store.getState().session !== null)
  second.stopHelp()
  expect(first.findHelp()).toBeUndefined()
  expect(engine.store.getState()).toMatchObject({ status: 'off', session: null })
  await follow('/en/articles/tabs')
  leave()
  expect(received).toEqual([])
})
