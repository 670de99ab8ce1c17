import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { engineOnCall, openArticle } from './support/engineOnCall.js'
import { grantedBrowser } from './support/granted.js'

/**
 * Times and places, without the ids, which are random. How often it is told how an article was read is no matter: the
 * last of an opening says it all.
 */
const storyOf = (events: readonly HelpEvent[]) => {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  const readings = new Map(events.flatMap(({ name, id }) => (name === 'help.article.open' ? [[id, '']] : [])))
  for (const event of events)
    if (event.name === 'help.article.leave') readings.set(event.openId, `${event.engagedMs} ms`)
  const others = events.filter(({ name }) => name !== 'help.article.leave')
  return {
    readings: [...readings.values()],
    events: others.map((event) => {
      const { id, visitorId, tabId, sessionId, seq, ...rest } = event
      return { ...rest, queryId: null, isInSession: sessionId === events[0]!.id }
    }),
  }
}

test('whatever the reader does before the engine comes, it is counted as the engine counts it', async () => {
  // No act comes in the very millisecond of a timer, whose order would be anybody's guess; and the engine within a second:
  // a search whose typing has paused meanwhile is dated by its coming.
  const acts = fc.array(
    fc.record({
      does: fc.constantFrom('scroll', 'vote', 'hide', 'follow', 'search'),
      waitMs: fc.nat({ max: 23 }).map((n) => n * 7),
    }),
    { maxLength: 6 },
  )
  const play = async (does: readonly { does: string; waitMs: number }[], comesAfter: number) => {
    const browser = grantedBrowser()
    const { loads, calls } = engineOnCall()
    const tab = openArticle(browser, loads)
    let played = 0
    const come = () => {
      for (const call of calls.splice(0)) call()
    }
    for (const act of does) {
      if (played++ >= comesAfter) come()
      await browser.advance(act.waitMs)
      if (act.does === 'scroll') tab.scroll()
      if (act.does === 'vote') tab.engine.vote(1)
      if (act.does === 'follow') await tab.follow(`/en/articles/article-${played}`, 'data-help-via="suggestion"')
      if (act.does === 'search') tab.engine.showResults({ query: `query ${played}`, results: played })
      if (act.does === 'hide') {
        tab.setHidden(true)
        await browser.advance(0)
        tab.setHidden(false)
      }
    }
    come()
    await browser.advance(30_000)
    come()
    tab.leave()
    await browser.advance(10_000)
    expect(browser.copies).toBe(0)
    return storyOf(browser.received.toSorted((a, b) => a.seq - b.seq))
  }
  await fc.assert(
    fc.asyncProperty(acts, fc.nat({ max: 6 }), async (does, comesAfter) => {
      expect(await play(does, comesAfter)).toEqual(await play(does, 0))
    }),
    { numRuns: 200 },
  )
})
