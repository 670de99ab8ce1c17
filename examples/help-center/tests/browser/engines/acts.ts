import type { HelpEngine } from '@helptally/next'
import { MOVED_BY_COOKIE } from '../support/movedClock.js'
import { until } from '../support/until.js'
import { BLANK } from './doorway.js'
import { leftMeanwhile, type Tab } from './drivers/tab.js'

export const SUGGESTION = '[data-help-via="suggestion"] a'
export const OPTION = '[role=option]'
/** The buttons of the banner. */
export const CHOICES = '.help-consent button'
export const [REFUSE, ACCEPT] = [0, 1]
const FIELD = '[role=combobox]'

export const articlePath = (slug: string) => `/en/articles/${slug}`

type State = ReturnType<HelpEngine['store']['getState']>

/** What the engine of the page shows; undefined while there is none. */
export function stateOf(tab: Tab): Promise<State | undefined> {
  const read = () =>
    (globalThis as never as Record<symbol, HelpEngine | undefined>)[Symbol.for('helptally')]?.store.getState()
  return tab.evaluate(read).catch(leftMeanwhile)
}

/** Waits for the tab to count, and to have a session, other than `previous`. */
export async function nextSession(tab: Tab, previous?: string): Promise<string> {
  const state = await until(
    () => stateOf(tab),
    (now) => now?.status === 'ready' && now.session !== null && now.session.id !== previous,
  )
  return state!.session!.id
}

/** Clicks and waits for the next article on screen. */
export async function openNext(tab: Tab, css: string, options: { readonly nth?: number } = {}): Promise<void> {
  const before = (await stateOf(tab))?.article?.id
  await tab.click(css, options)
  await until(
    () => stateOf(tab),
    (now) => now?.article != null && now.article.id !== before,
  )
}

/** Waits until the page at that path is loaded, or restored. */
export async function arrive(tab: Tab, path: string): Promise<void> {
  await until(
    () => tab.evaluate(() => (document.readyState === 'complete' ? location.pathname : '')).catch(leftMeanwhile),
    (now) => now === path,
  )
}

/** Puts a link into the page that no router handles. */
export async function addLink(tab: Tab, path: string, attributes: Record<string, string> = {}): Promise<string> {
  const put = (href: string, given: Record<string, string>) => {
    // A page that came back still has the last one.
    document.querySelector('#added')?.remove()
    const link = document.body.appendChild(document.createElement('a'))
    for (const [name, value] of Object.entries({ ...given, href, id: 'added' })) link.setAttribute(name, value)
    link.textContent = 'A link of this test'
  }
  await tab.evaluate(put, path, attributes)
  return '#added'
}

/** Leaves the page for another one, by a link and a load. */
export async function leaveFor(tab: Tab, path: string): Promise<void> {
  await tab.click(await addLink(tab, path))
  await arrive(tab, path)
}

/** Leaves the site for nothing: what waits is sent at once. */
export async function leave(tab: Tab): Promise<void> {
  await tab.goto(new URL(BLANK, await tab.evaluate(() => location.href)).href)
}

export async function goBack(tab: Tab, path: string): Promise<void> {
  await tab.back()
  await arrive(tab, path)
}

/** Types into the search bar and waits for options. */
export async function searchFor(tab: Tab, words: string): Promise<void> {
  const listens = (field: string) =>
    Object.keys(document.querySelector(field) ?? {}).some((key) => key.startsWith('__react'))
  await until(
    () => tab.evaluate(listens, FIELD).catch(leftMeanwhile),
    (isAlive) => isAlive === true,
  )
  await tab.click(FIELD)
  await tab.type(words)
  await until(
    () => tab.evaluate((option) => document.querySelectorAll(option).length, OPTION),
    (options) => options > 1,
  )
}

/** To all pages of the reader it is as if they had slept for so long, counted from the start. */
export async function letPass(tab: Tab, ms: number): Promise<void> {
  const set = (name: string, value: number) => {
    // biome-ignore lint/suspicious/noDocumentCookie: all engines have it
    document.cookie = `${name}=${value}; Path=/`
  }
  await tab.evaluate(set, MOVED_BY_COOKIE, ms)
}

/** The reader refuses on this page. */
export async function refuse(tab: Tab): Promise<void> {
  await tab.evaluate(() =>
    (globalThis as never as Record<symbol, HelpEngine>)[Symbol.for('helptally')]!.setConsent('refused'),
  )
}
