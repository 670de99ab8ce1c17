import { parseEvent } from '@helptally/core/schema'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { SiteFact } from '../src/helpEngine.js'
import { articleTab, pageTab } from './support/articleTab.js'
import { engineOnCall, openArticle } from './support/engineOnCall.js'
import { FakeBrowser } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

let errors: jest.SpiedFunction<typeof console.error>
beforeEach(() => {
  errors = jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => errors.mockRestore())

const FACTS: readonly SiteFact[] = [
  { name: 'help.contact.offer', method: 'form', offered: ['idle', 'tabs'] },
  { name: 'help.contact.start', method: 'chat' },
  { name: 'help.contact.submit', method: 'form', formId: 'ticket', ticket: 'T-1' },
  { name: 'help.error.not_found', referrer: 'search.example' },
  { name: 'help.suggestion.view', listId: 'related', algorithm: 'by-hand', items: 3 },
  { name: 'help.feedback.vote', value: -1, reason: 'outdated', comment: 'The picture is old.' },
]

test.each(['before', 'after'])('what a site tells %s its engine has come is told as an event', async (when) => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(when === 'before' ? 100 : 2_000)
  if (when === 'after') calls[0]!()
  for (const fact of FACTS) tab.engine.track(fact)
  if (when === 'before') calls[0]!()
  await browser.advance(6_000)
  expect(browser.received.slice(1)).toMatchObject(FACTS)
  expect(browser.received.map((event) => parseEvent(event).ok)).toEqual([1, 2, 3, 4, 5, 6, 7].map(() => true))
  expect(errors).not.toHaveBeenCalled()
})

test.each<[unknown, string]>([
  [undefined, 'Expected a fact named help.contact.start or .*; got undefined'],
  ['help.contact.start', 'Expected a fact named .*; got "help.contact.start"'],
  [{ name: 'help.article.open', article: { id: 'idle' } }, 'Expected a fact named .*; got "help.article.open"'],
  [{ name: 'toString' }, 'Expected a fact named .*; got "toString"'],
  [{ name: 'help.contact.start' }, 'Expected method of help.contact.start to be a text; got undefined'],
  [{ name: 'help.contact.start', method: 7 }, 'method of help.contact.start to be a text; got 7'],
  [
    { name: 'help.contact.start', method: 'form', mail: 'a@b.c' },
    'no other fields of help.contact.start than method, formId; got "mail"',
  ],
  [{ name: 'help.contact.offer', method: 'form', offered: [] }, 'offered of .* a list of texts; got \\[\\]'],
  [{ name: 'help.contact.offer', method: 'form', offered: ['a', 1] }, 'offered of .* a list of texts; got \\["a",1\\]'],
  [{ name: 'help.suggestion.view', listId: 'a', items: 0.5 }, 'items of .* a whole number from 1; got 0.5'],
  [{ name: 'help.error.not_found', referrer: 'https://a.example/b' }, 'referrer of .* a host name; got "https:'],
  [{ name: 'help.feedback.vote', value: 5 }, 'value of help.feedback.vote to be 1 or -1; got 5'],
  [{ name: 'help.feedback.vote', value: 1, reason: 'x' }, 'reason of .* "answered" or .*; got "x"'],
  [{ name: 'help.feedback.vote', value: 1n }, 'value of help.feedback.vote to be 1 or -1; got bigint'],
])('%j is refused with one word in the console, and nothing throws', async (fact, message) => {
  const { browser, tab } = await articleTab()
  await browser.advance(2_000)
  expect(() => tab.engine.track(fact as SiteFact)).not.toThrow()
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(1)
  expect(errors.mock.calls).toEqual([[expect.stringMatching(new RegExp(`^\\[helptally\\] .*${message}`))]])
})

test('texts that are too long are cut, and a number too great is the greatest', async () => {
  const { browser, tab } = await articleTab()
  const long = 'x'.repeat(2_000)
  tab.engine.track({ name: 'help.contact.submit', method: long, formId: long, ticket: long })
  tab.engine.track({ name: 'help.contact.offer', method: 'form', offered: Array.from({ length: 30 }, () => long) })
  tab.engine.track({ name: 'help.suggestion.view', listId: long, algorithm: long, items: 1e12 })
  tab.engine.vote(1, { comment: long })
  await browser.advance(6_000)
  expect(browser.received.map((event) => parseEvent(event).ok)).toEqual([true, true, true, true, true])
})

test('a vote says why, and its comment leaves the page without what should not be in it', async () => {
  const { browser, tab } = await articleTab()
  tab.engine.vote(-1, { reason: 'incomplete', comment: 'Write to jane@example.com, or call +49 30 1234567' })
  await browser.advance(6_000)
  expect(browser.received[1]).toMatchObject({
    name: 'help.feedback.vote',
    value: -1,
    reason: 'incomplete',
    comment: 'Write to [mail], or call [phone]',
    article: { id: 'idle' },
  })
})

test('what is told while an article may only redirect, and is no act of the reader, does not keep it from that', async () => {
  const { browser, tab } = await pageTab('/en')
  await tab.follow('/en/articles/old')
  await browser.advance(500)
  tab.engine.track({ name: 'help.contact.offer', method: 'form', offered: ['idle'] })
  await tab.route('/en/articles/new')
  await browser.advance(6_000)
  expect(browser.received.map(({ name, article }) => [name, article?.id])).toEqual([
    ['help.contact.offer', 'old'],
    ['help.article.open', 'new'],
  ])
})

test('a vote on a page that is no article is none', async () => {
  const { browser, tab } = await pageTab('/en')
  tab.engine.track({ name: 'help.feedback.vote', value: 1 })
  await browser.advance(6_000)
  expect(browser.received).toEqual([])
})

test('who does not say where a missing page was linked has it read from the page', async () => {
  const { browser, tab } = await pageTab('/en/gone')
  tab.engine.track({ name: 'help.error.not_found' })
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ name: 'help.error.not_found', referrer: 'search.example' }])
})

test('beforeSend may change and drop what a site tells', async () => {
  const { browser, tab } = await articleTab()
  tab.engine.configure({
    beforeSend: (event) =>
      event.name === 'help.contact.start'
        ? null
        : event.name === 'help.contact.submit'
          ? { ...event, method: 'x' }
          : event,
  })
  for (const fact of FACTS.slice(1, 3)) tab.engine.track(fact)
  await browser.advance(6_000)
  expect(browser.received.slice(1)).toMatchObject([{ name: 'help.contact.submit', method: 'x', seq: 2 }])
})

test('nothing that a site tells before consent, or after a refusal, is kept', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en', { referrer: 'https://search.example/' })
  await browser.advance(100)
  for (const fact of FACTS) tab.engine.track(fact)
  await browser.advance(2_000)
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(browser.received).toEqual([])
  tab.engine.setConsent('refused')
  for (const fact of FACTS) tab.engine.track(fact)
  await browser.advance(6_000)
  expect([browser.requests, tab.session.items.size, browser.journal!.size]).toEqual([0, 0, 0])
})
