import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { startHelpWithDevtools } from '../../src/devtools/index.js'
import { findHelp, startHelp, stopHelp } from '../../src/index.js'
import { noLayout } from '../support/noLayout.js'
import { forgetPage, realPage, until } from '../support/realPage.js'

const OPTIONS = { site: 'docs', articles: '/:locale/articles/:slug', consent: 'granted' } as const
const hosts = () => document.querySelectorAll('helptally-devtools')

beforeEach(() => {
  noLayout()
  history.replaceState(null, '', '/en/articles/idle')
})
afterEach(() => {
  stopHelp()
  for (const host of hosts()) host.remove()
  forgetPage()
  jest.restoreAllMocks()
})

test('the engine runs, and the overlay is there', async () => {
  const { ports, received } = realPage()
  const engine = startHelpWithDevtools(OPTIONS, ports)!
  expect(findHelp()).toBe(engine)
  await until(() => hosts().length === 1 && engine.store.getState().session !== null)
  window.dispatchEvent(new Event('pagehide'))
  await until(() => received.length === 1)
})

test('a page whose engine was stopped has none', async () => {
  startHelpWithDevtools(OPTIONS, realPage().ports)
  await until(() => hosts().length === 1)
  stopHelp()
  await until(() => hosts().length === 0)
})

test('a module that is evaluated again makes no second overlay', async () => {
  const { ports } = realPage()
  const engine = startHelpWithDevtools(OPTIONS, ports)
  await until(() => hosts().length === 1)
  expect(startHelpWithDevtools(OPTIONS, ports)).toBe(engine)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(hosts()).toHaveLength(1)
})

test('an engine that runs already stays as it is', async () => {
  const { ports } = realPage()
  const engine = startHelp(OPTIONS, ports)
  expect(startHelpWithDevtools(OPTIONS, ports)).toBe(engine)
  await until(() => engine!.store.getState().session !== null)
  expect(hosts()).toHaveLength(0)
})

test('where the overlay cannot be made, counting goes on', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {})
  jest.spyOn(Element.prototype, 'attachShadow').mockImplementation(() => {
    throw new Error('no shadow')
  })
  const { ports, received } = realPage()
  const engine = startHelpWithDevtools(OPTIONS, ports)!
  await until(() => engine.store.getState().session !== null)
  window.dispatchEvent(new Event('pagehide'))
  await until(() => received.length === 1)
  expect(hosts()).toHaveLength(0)
})
