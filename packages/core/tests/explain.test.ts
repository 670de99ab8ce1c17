import { describe, expect, test } from '@jest/globals'
import { explain, type HelpEvent, RULE_VERSION, recount, type SessionExplained } from '../src/index.js'
import { at, span } from './support/clock.js'
import { ARTICLE, HIDDEN, newTab, OPEN, SEARCH, uuid, VITAL, VOTE } from './support/tab.js'

const explainFirst = (events: readonly HelpEvent[], now = at('100:00:00')): SessionExplained =>
  explain(recount(events, now)[0]!)

describe('an explained session says', () => {
  test('whose it is and under which rule it was counted', () => {
    const open = newTab(uuid(1))('0:00', OPEN)
    expect(explainFirst([open])).toMatchObject({
      id: open.id,
      site: 'docs',
      tabId: uuid(1),
      visitorId: open.visitorId,
      previousId: null,
      synthetic: false,
      ruleVersion: RULE_VERSION,
      rule: { channel: 'help', idleMs: 300_000, idleEnds: 'reached', idleFrom: 'activity' },
    })
  })

  test.each([
    ['article_click', 'clicked'],
    ['direct_link', 'direct link'],
    ['search_enter', 'Enter'],
  ] as const)('why it started: %s', (entry, word) => {
    const open = newTab(uuid(1))('0:00', { ...OPEN, entry })
    const { start } = explainFirst([open])
    expect(start).toMatchObject({ at: at('0:00'), entry, via: 'home', article: ARTICLE })
    expect(start.text).toContain(word)
  })

  test('that it is synthetic when the seed command made it', () => {
    expect(explainFirst([newTab(uuid(1))('0:00', OPEN, { synthetic: true })]).synthetic).toBe(true)
  })

  test('that it was imported when it was read out of an access log', () => {
    expect(explainFirst([newTab(uuid(1))('0:00', OPEN, { imported: true })]).imported).toBe(true)
    expect(explainFirst([newTab(uuid(1))('0:00', OPEN)])).not.toHaveProperty('imported')
  })

  test('why it ended', () => {
    const { end, lastAt } = explainFirst([newTab(uuid(1))('0:00', OPEN)])
    expect(lastAt).toBe(at('0:00'))
    expect(end).toMatchObject({ at: at('5:00'), reason: 'idle' })
    expect(end!.text).toBe('No activity for 5 minutes, the idle time reached.')
  })

  test('no end while it is open', () => {
    expect(explainFirst([newTab(uuid(1))('0:00', OPEN)], at('4:59.999')).end).toBeNull()
  })
})

describe('the steps of an explained session', () => {
  test('are its events in order, with the gap before each and what each did', () => {
    const write = newTab(uuid(1))
    const log = [
      write('0:00', OPEN),
      write('1:00', SEARCH, { activeAt: at('0:00') }),
      write('1:30', VITAL, { activeAt: at('1:00') }),
      write('4:00', OPEN, { activeAt: at('1:00') }),
      write('4:10', HIDDEN, { activeAt: at('4:00') }),
    ]
    const { steps } = explainFirst(log)
    expect(steps.map(({ event, gapMs, did }) => [event.id, gapMs, did])).toEqual([
      [log[0]!.id, 0, 'started'],
      [log[1]!.id, span('1:00'), 'kept'],
      [log[2]!.id, span('0:30'), 'noted'],
      [log[3]!.id, span('3:00'), 'kept'],
      [log[4]!.id, span('0:10'), 'noted'],
    ])
  })

  test('count the gap of an event from the activity it is evidence of', () => {
    const write = newTab(uuid(1))
    const { steps, longestGapMs } = explainFirst([write('0:00', OPEN), write('6:00', VOTE, { activeAt: at('1:30') })])
    expect(steps[1]!.gapMs).toBe(span('4:30'))
    expect(longestGapMs).toBe(span('4:30'))
  })

  test('a tab hidden in the very millisecond of an activity still keeps nothing by itself', () => {
    const write = newTab(uuid(1))
    const { steps } = explainFirst([write('0:00', OPEN), write('1:00', HIDDEN, { activeAt: at('1:00') })])
    expect(steps[1]!.did).toBe('noted')
  })

  test('never show a gap below zero when the clock stepped back', () => {
    const write = newTab(uuid(1))
    const { steps, longestGapMs } = explainFirst([write('9:00', OPEN), write('1:00', VOTE, { activeAt: at('9:00') })])
    expect(steps[1]!.gapMs).toBe(0)
    expect(longestGapMs).toBe(0)
  })
})

describe('the longest gap of an explained session', () => {
  test('is zero for a single event', () => {
    expect(explainFirst([newTab(uuid(1))('0:00', OPEN)]).longestGapMs).toBe(0)
  })

  test('does not count the idle time that ended it', () => {
    const write = newTab(uuid(1))
    const log = [
      write('0:00', OPEN),
      write('2:00', VOTE, { activeAt: at('0:00') }),
      write('30:00', OPEN, { activeAt: at('2:00') }),
    ]
    expect(explainFirst(log).longestGapMs).toBe(span('2:00'))
  })

  test('does not count waiting in which nothing was done before an event that is no activity', () => {
    const write = newTab(uuid(1))
    expect(explainFirst([write('0:00', OPEN), write('4:00', VITAL, { activeAt: at('0:00') })]).longestGapMs).toBe(0)
  })

  test('reaches to the last activity, also when only the next session tells of it', () => {
    const write = newTab(uuid(1))
    const log = [write('0:00', OPEN), write('20:00', OPEN, { activeAt: at('1:59') })]
    expect(explainFirst(log)).toMatchObject({ lastAt: at('1:59'), longestGapMs: span('1:59') })
  })
})

describe('disagreements', () => {
  test('are none when the page claimed what the rulebook finds', () => {
    const write = newTab(uuid(1))
    const opening = write('0:00', OPEN)
    const open = { ...opening, sessionId: opening.id }
    const vote = write('1:00', VOTE, { sessionId: open.id, activeAt: at('0:00') })
    expect(explainFirst([open, vote]).disagreements).toEqual([])
  })

  test('name each event whose claimed session is another, and the claim', () => {
    const write = newTab(uuid(1))
    const opening = write('0:00', OPEN)
    const open = { ...opening, sessionId: opening.id }
    const wrong = write('1:00', VOTE, { sessionId: uuid(99), activeAt: at('0:00') })
    const none = write('2:00', SEARCH, { sessionId: null, activeAt: at('1:00') })
    expect(explainFirst([open, wrong, none]).disagreements).toEqual([
      { eventId: wrong.id, name: 'help.feedback.vote', claimed: uuid(99) },
      { eventId: none.id, name: 'help.search.submit', claimed: null },
    ])
  })

  test('show the opening event that claims to belong to an older session', () => {
    const write = newTab(uuid(1))
    const first = write('0:00', OPEN)
    const second = write('5:00', OPEN, { sessionId: first.id, activeAt: at('0:00') })
    const [, counted] = recount([first, second], at('5:01'))
    expect(explain(counted!).disagreements).toEqual([
      { eventId: second.id, name: 'help.article.open', claimed: first.id },
    ])
  })
})
