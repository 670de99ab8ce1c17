/** @jest-environment jest-fixed-jsdom */
import { findHelp, stopHelp } from '@helptally/browser'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { ReactElement } from 'react'

const options = { site: 'docs', articles: '/articles/:slug' }

beforeEach(() => {
  // The component starts the engine where its module is evaluated.
  jest.resetModules()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})
afterEach(() => {
  stopHelp()
  document.body.replaceChildren()
  delete process.env.HELPTALLY_OPTIONS
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for('helptally.configured')]
  jest.restoreAllMocks()
})

const builtWithOptions = () => {
  process.env.HELPTALLY_OPTIONS = JSON.stringify({ ...options, basePath: '' })
}
const loadComponent = async () => (await import('../../src/components/Helptally.js')).Helptally

/** Draws on the server and hydrates, in StrictMode, with one copy of React for all. */
async function hydrate(page: ReactElement): Promise<void> {
  const { act, StrictMode } = await import('react')
  const { hydrateRoot } = await import('react-dom/client')
  const { renderToString } = await import('react-dom/server')
  const strict = <StrictMode>{page}</StrictMode>
  const root = document.body.appendChild(document.createElement('div'))
  root.innerHTML = renderToString(strict)
  await act(async () => void hydrateRoot(root, strict))
}

test('with the options of withHelptally the engine runs as soon as the code is there, before anything is drawn', async () => {
  builtWithOptions()
  const Helptally = await loadComponent()
  const engine = findHelp()
  expect(engine).toBeDefined()
  await hydrate(<Helptally site="other" articles="/other/:slug" />)
  expect(findHelp()).toBe(engine)
})

test('beside an engine that Next has injected, it joins that one', async () => {
  builtWithOptions()
  await import('../../src/instrument.js')
  const engine = findHelp()
  const Helptally = await loadComponent()
  await hydrate(<Helptally />)
  expect([engine === undefined, findHelp() === engine]).toEqual([false, true])
})

test('with props alone it starts one when it is drawn, in time for a banner that stands before it', async () => {
  const complained = jest.spyOn(console, 'error')
  const Helptally = await loadComponent()
  const { ConsentBanner } = await import('../../src/index.js')
  expect(findHelp()).toBeUndefined()
  await hydrate(
    <>
      <ConsentBanner />
      <Helptally {...options} />
    </>,
  )
  expect(findHelp()).toBeDefined()
  expect(document.querySelector('section')?.textContent).toContain('Accept')
  expect(complained).not.toHaveBeenCalled()
})

test('what a site configured before the engine was there, in its instrumentation-client, holds', async () => {
  builtWithOptions()
  const { configureHelp } = await import('../../src/index.js')
  configureHelp({ consent: 'granted' })
  await loadComponent()
  expect(findHelp()?.store.getState().consent).toBe('granted')
})

test('without any options it says what it looked for, and the site goes on', async () => {
  const Helptally = await loadComponent()
  const complained = jest.spyOn(console, 'error').mockImplementation(() => {})
  await hydrate(<Helptally />)
  expect(complained).toHaveBeenCalledWith(expect.stringMatching(/^\[helptally\] <Helptally> expected .* found none/))
  expect(findHelp()).toBeUndefined()
})
