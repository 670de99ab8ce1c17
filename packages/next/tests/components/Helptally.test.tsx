/** @jest-environment jest-fixed-jsdom */
import { findHelp, stopHelp } from '@helptally/browser'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { type ReactElement, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { ConsentBanner, configureHelp } from '../../src/index.js'

const options = { site: 'docs', articles: '/articles/:slug' }

beforeEach(() => {
  jest.resetModules()
})
afterEach(() => {
  stopHelp()
  delete process.env.HELPTALLY_OPTIONS
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for('helptally.configured')]
  jest.restoreAllMocks()
})

const loadComponent = async () => (await import('../../src/components/Helptally.js')).Helptally

test('with the options of withHelptally the engine runs as soon as the code is there, before anything is drawn', async () => {
  process.env.HELPTALLY_OPTIONS = JSON.stringify({ ...options, basePath: '' })
  const Helptally = await loadComponent()
  const engine = findHelp()
  expect(engine).toBeDefined()
  render(
    <StrictMode>
      <Helptally site="other" articles="/other/:slug" />
    </StrictMode>,
  )
  expect(findHelp()).toBe(engine)
})

test('beside an engine that Next has injected, it joins that one', async () => {
  process.env.HELPTALLY_OPTIONS = JSON.stringify({ ...options, basePath: '' })
  await import('../../src/instrument.js')
  const engine = findHelp()
  const Helptally = await loadComponent()
  render(<Helptally />)
  expect([engine === undefined, findHelp()]).toEqual([false, engine])
})

test('with props alone it starts one engine when it is drawn, in time for a banner that stands before it', async () => {
  const Helptally = await loadComponent()
  expect(findHelp()).toBeUndefined()
  const page: ReactElement = (
    <StrictMode>
      <ConsentBanner />
      <Helptally {...options} />
    </StrictMode>
  )
  const root = document.body.appendChild(document.createElement('div'))
  root.innerHTML = renderToString(page)
  expect(root.innerHTML).toBe('')
  const complained = jest.spyOn(console, 'error')
  await act(async () => void hydrateRoot(root, page))
  expect(screen.getByRole('button', { name: 'Accept' })).toBeDefined()
  expect(complained).not.toHaveBeenCalled()
  root.remove()
})

test('what a site configured before the engine was there, in its instrumentation-client, holds', async () => {
  process.env.HELPTALLY_OPTIONS = JSON.stringify({ ...options, basePath: '' })
  configureHelp({ consent: 'granted' })
  await loadComponent()
  expect(findHelp()?.store.getState().consent).toBe('granted')
})

test('without any options it says what it looked for, and the site goes on', async () => {
  const Helptally = await loadComponent()
  const complained = jest.spyOn(console, 'error').mockImplementation(() => {})
  const root = document.createElement('div')
  await act(async () => createRoot(root).render(<Helptally />))
  expect(complained.mock.calls).toEqual([[expect.stringMatching(/^\[helptally\] <Helptally> expected .* found none/)]])
  expect(findHelp()).toBeUndefined()
})
