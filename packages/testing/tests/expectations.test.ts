/** @jest-environment jest-fixed-jsdom */

import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { expectSessions, type HelpTab, helpMatchers, type SimulatedHelp, simulateHelp } from '../src/index.js'

let help: SimulatedHelp
let tab: HelpTab
beforeEach(async () => {
  help = simulateHelp({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
  tab = await help.openTab('/en')
})
afterEach(() => help.stop())

function failureOf(expectation: () => unknown): string {
  try {
    expectation()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('the expectation was met')
}

test('expectSessions answers the sessions that were counted', async () => {
  await tab.click('/en/articles/install')
  expect(expectSessions(help, [{ entry: 'article_click' }])).toMatchObject([
    { opening: { article: { id: 'install' } } },
  ])
})

describe('what a failure says', () => {
  test('which sessions there are, why each started and went on, and that it is open: as the article shows it', async () => {
    await tab.click('/en/articles/install')
    await help.advance('4m59.999s')
    await tab.search('bill').enter('/en/articles/billing')
    const failure = failureOf(() => expectSessions(help, 2))
    expect(failure).toContain(
      'opening "billing" (search_enter) at 5:01.999 continued it: idle for 4:59.999 of 5:00.000 at most\n',
    )
    const article = await readFile(new URL('../../../docs/en/test.md', import.meta.url), 'utf8')
    expect(article).toContain(`\`\`\`text\n${failure}\n\`\`\``)
  })

  test('why a session ended', async () => {
    await tab.click('/en/articles/install')
    await help.advance('5m1s')
    expect(failureOf(() => expect(help).toHaveCountedSession({ isOpen: true }))).toContain(
      'ended at 5:01.000: No activity for 5 minutes, the idle time reached. Its last activity was at 0:01.000.',
    )
  })

  test('that a search opened no article', async () => {
    await tab.search('bill')
    expect(failureOf(() => expect(help).toHaveCountedSession({ entry: 'search_enter' }))).toBe(
      `[helptally] Expected a session (entry: search_enter), counted none such.

Counted nothing.
Besides:
  - The search "bill" at 0:02.000 in tab 1 opened no article: it is no session.`,
    )
  })

  test('that what was expected went on in a session instead of starting one', async () => {
    await tab.click('/en/articles/install')
    await tab.search('bill').enter('/en/articles/billing')
    const failure = failureOf(() => expect(help).toHaveCountedSession({ entry: 'search_enter' }))
    expect(failure).toContain('  1. entry is article_click\n')
    expect(failure).toContain(
      '  The opening of "billing" (search_enter) started none, it continued session 1: idle for 0:01.000 of 5:00.000 at most.',
    )
  })

  test('which of several sessions is another', async () => {
    await tab.click('/en/articles/install')
    await help.advance('5m')
    await tab.click('/en/articles/billing')
    const failure = failureOf(() =>
      expect(help).toHaveCountedSessions([{ article: 'install' }, { article: 'tabs', isOpen: false }]),
    )
    expect(failure).toContain(
      'Expected other sessions than were counted.\n  2. expected (article: tabs, isOpen: false), but article is billing, it is open\n',
    )
  })

  test('that a page is no article', async () => {
    await tab.click('/en/install')
    expect(failureOf(() => expectSessions(help, 1))).toContain(
      'The page /en/install is no article: articles live at /:locale/articles/:slug.',
    )
  })

  test('that nothing was told', () => {
    expect(failureOf(() => expectSessions(help, 1))).toBe(
      '[helptally] Expected 1 session, counted 0.\n\nCounted nothing.\nNothing was told: no article was opened.',
    )
  })

  test('what there is, where nothing should be', async () => {
    await tab.click('/en/articles/install')
    expect(failureOf(() => expect(help).not.toHaveCountedSession({ article: 'install' }))).toContain(
      '[helptally] Expected no session (article: install), but number 1 is one.',
    )
    expect(failureOf(() => expect(help).not.toHaveCountedSessions(1))).toContain('Expected anything but 1 session.')
  })
})

test('the matchers are functions that any expect takes', () => {
  expect(helpMatchers.toHaveCountedSessions(help, 0)).toMatchObject({ pass: true })
  expect(helpMatchers.toHaveCountedSession(help)).toMatchObject({ pass: false })
})

test('what has counted nothing, and a field that no session has, are mistakes of the test', async () => {
  expect(() => expect({}).toHaveCountedSessions(0)).toThrow(
    '[helptally] Expected what simulateHelp() or helpHandlers() answers, or await counted() of watchHelp(), got object.',
  )
  await tab.click('/en/articles/install')
  expect(() => expect(help).toHaveCountedSession({ entri: 'direct_link' } as object)).toThrow('got the field "entri"')
})
