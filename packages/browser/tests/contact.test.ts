import type { HelpEvent } from '@helptally/core'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from './support/articleTab.js'
import { sessionsOf } from './support/counted.js'
import { engineOnCall, openArticle } from './support/engineOnCall.js'
import { grantedBrowser } from './support/granted.js'

beforeEach(() => {
  document.body.innerHTML = `
    <a href="mailto:help@example.com" data-help-contact="mail">Mail</a>
    <form data-help-contact="form" data-help-form="ticket"><input><button>Send</button></form>`
})
afterEach(() => {
  document.body.innerHTML = ''
})

const link = () => document.querySelector('a')!
const form = () => document.querySelector('form')!
const input = () => document.querySelector('input')!
const submit = () => new Event('submit', { bubbles: true, cancelable: true })
const contacts = (events: readonly HelpEvent[]) =>
  events.flatMap((event) =>
    event.name === 'help.contact.start' || event.name === 'help.contact.submit'
      ? [[event.name.slice('help.contact.'.length), event.method, event.formId]]
      : [],
  )

test('a link begins a contact, once on each page', async () => {
  const { browser, tab } = await articleTab()
  tab.click(link())
  tab.click(link())
  await tab.route('/en/articles/tabs')
  tab.click(link())
  await browser.advance(6_000)
  expect(contacts(browser.received)).toEqual([
    ['start', 'mail', undefined],
    ['start', 'mail', undefined],
  ])
})

test('a form is begun by the first key or click in it, and sent', async () => {
  for (const begin of ['key', 'click']) {
    const { browser, tab } = await articleTab()
    await browser.advance(3_000)
    if (begin === 'key') tab.press(input(), 'a')
    else tab.click(input())
    tab.press(input(), 'b')
    tab.hear(form(), submit())
    tab.close()
    await browser.advance(0)
    expect(contacts(browser.received)).toEqual([
      ['start', 'form', 'ticket'],
      ['submit', 'form', 'ticket'],
    ])
  }
})

test('a key that only passes a link, and what a script sends, is no contact', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(3_000)
  tab.press(link(), 'Tab')
  form().dispatchEvent(submit())
  await browser.advance(6_000)
  expect(contacts(browser.received)).toEqual([])
})

test('what was begun and sent before the engine has come is told with its time', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(200)
  tab.press(input(), 'a')
  const begunAt = browser.now
  await browser.advance(50)
  tab.hear(form(), submit())
  expect(calls).toHaveLength(1)
  await browser.advance(200)
  calls[0]!()
  await browser.advance(6_000)
  const [start, sent] = browser.received.filter(({ name }) => name.startsWith('help.contact'))
  expect([start?.ts, sent?.ts]).toEqual([begunAt, begunAt + 50])
})

test('a contact is activity in a session, and starts none', async () => {
  const { browser, tab, id, startedAt } = await articleTab()
  await browser.advance(T - 1)
  tab.click(link())
  expect(await sessionsOf(browser)).toMatchObject([{ id, lastAt: startedAt + T - 1 }])
  const home = await pageTab('/en')
  home.tab.click(link())
  expect(await sessionsOf(home.browser)).toEqual([])
  expect(contacts(home.browser.received)).toHaveLength(1)
})
