/** @jest-environment jest-fixed-jsdom */
import { findHelp, stopHelp } from '@helptally/browser'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { Fragment, type ReactElement, StrictMode } from 'react'

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

/** Draws on the server and hydrates, with one copy of React for all. */
async function hydrate(page: ReactElement): Promise<void> {
  const { act } = await import('react')
  const { hydrateRoot } = await import('react-dom/client')
  const { renderToString } = await import('react-dom/server')
  const root = document.body.appendChild(document.createElement('div'))
  root.innerHTML = renderToString(page)
  await act(async () => void hydrateRoot(root, page))
}

test('with the options of withHelptally the engine runs as soon as the code is there, before anything is drawn', async () => {
  builtWithOptions()
  const Helptally = await loadComponent()
  const engine = findHelp()
  expect(engine).toBeDefined()
  await hydrate(
    <StrictMode>
      <Helptally site="other" articles="/other/:slug" />
    </StrictMode>,
  )
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

test.each([
  ['as in production', Fragment],
  ['in StrictMode', StrictMode],
])(
  'with props alone it starts one when it is drawn, in time for a banner that stands before it, %s',
  async (_, Mode) => {
    const complained = jest.spyOn(console, 'error')
    const Helptally = await loadComponent()
    const { ConsentBanner } = await import('../../src/index.js')
    expect(findHelp()).toBeUndefined()
    await hydrate(
      <Mode>
        <ConsentBanner />
        <Helptally {...options} />
      </Mode>,
    )
    expect(findHelp()).toBeDefined()
    expect(document.querySelector('section')?.textContent).toContain('Accept')
    expect(complained).not.toHaveBeenCalled()
  },
)

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
