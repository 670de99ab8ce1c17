import { help } from '@helptally/core'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { showOverlay } from '../../src/devtools/overlay.js'
import type { FakeBrowser } from '../support/fakeBrowser.js'
import { grantedBrowser } from '../support/granted.js'
import { noLayout } from '../support/noLayout.js'
import { type OverheardTab, overheardTab } from '../support/overheardTab.js'

let browser: FakeBrowser
let page: OverheardTab
let stop: () => void
const host = () => document.querySelector('helptally-devtools')
const root = () => host()!.shadowRoot!
const button = () => root().querySelector('button')!
const panel = () => root().querySelector<HTMLElement>('section')!
const text = (selector: string) => panel().querySelector(selector)!.textContent

beforeEach(async () => {
  document.documentElement.lang = 'en'
  noLayout()
  browser = grantedBrowser()
  page = await overheardTab(browser, '/en/articles/idle')
  await browser.advance(3_000)
  stop = showOverlay(page.overheard, page.tab.engine.store)
})
afterEach(() => {
  stop()
  jest.restoreAllMocks()
})

test('closed it is one button, which counts down', async () => {
  expect(panel().hidden).toBe(true)
  expect(button().textContent).toBe('Helptally 4:57')
  await browser.advance(2_000)
  expect(button().textContent).toBe('Helptally 4:55')
})

test('its name stays, or a screen reader would say each second what is left', () => {
  const unheard = [...button().querySelectorAll('[aria-hidden=true]')].map((part) => part.textContent)
  expect(unheard).toEqual([' 4:57'])
})

test('opened it shows the session, its end, and what has happened', async () => {
  button().click()
  expect(button().getAttribute('aria-expanded')).toBe('true')
  const { session, tabId } = page.tab.state
  const values = [...panel().querySelectorAll('dd')].map((each) => each.textContent)
  expect(values).toEqual(
    expect.arrayContaining([session!.id, tabId, 'direct_link', 'idle', 'granted', 'counting', 'nothing']),
  )
  expect(text('[role=timer]')).toBe('4:57')
  expect(text('li')).toMatch(/started a session.*help\.article\.open.*idle · direct_link.*acknowledged/)
  page.tab.engine.vote(1)
  await browser.advance(0)
  expect(text('li')).toMatch(/postponed the end.*help\.feedback\.vote.*waiting/)
  expect(text('[role=timer]')).toBe('5:00')
  await browser.advance(help.idleMs + 1_000)
  expect(text('.headline')).toBe('No session: the next opened article starts one')
})

test('Escape closes it, and the keyboard is back at its button', () => {
  button().click()
  panel().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
  expect(panel().hidden).toBe(true)
  expect(root().activeElement).toBe(button())
})

test('it speaks the language of the document, also when that changes', async () => {
  button().click()
  document.documentElement.lang = 'es-MX'
  await browser.advance(1_000)
  expect(text('li')).toContain('inició una sesión')
  expect(text('dt')).toBe('Sesión')
})

test('the site hears nothing of what is done in it', () => {
  const heard = jest.fn()
  for (const type of ['click', 'keydown']) document.body.parentElement!.addEventListener(type, heard)
  button().click()
  button().dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }))
  expect(heard).not.toHaveBeenCalled()
  for (const type of ['click', 'keydown']) document.body.parentElement!.removeEventListener(type, heard)
})

test('a site that renders its document anew has it back', async () => {
  host()!.remove()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(host()).not.toBeNull()
})

test('stopped, nothing of it is left', async () => {
  stop()
  await browser.advance(5_000)
  expect(host()).toBeNull()
})
