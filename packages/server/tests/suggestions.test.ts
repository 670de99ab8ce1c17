import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { leave, MINUTE, NOON, opening, SITE, suggestions } from './helpers/events.js'

const LATER = NOON + 60 * MINUTE
const OTHER_TAB = '0198c000-0000-7000-8000-00000000000f'

const start = opening({ seq: 1 })
const seen = suggestions({ seq: 2, sessionId: start.id, ts: NOON + 1_000 })
const clicked = (change: Parameters<typeof opening>[0] = {}) =>
  opening({
    seq: 3,
    sessionId: start.id,
    ts: NOON + 2_000,
    via: 'suggestion',
    listId: 'related',
    position: 2,
    ...change,
  })

async function read(events: readonly HelpEvent[], params = '') {
  const collector = await collect({ now: () => LATER })
  await collector.post({ sentAt: LATER, events })
  const { status, body } = await collector.get(`reports/suggestions?site=${SITE}&from=2026-03-10${params}`)
  expect(status).toBe(200)
  return body
}

describe('a list of suggestions', () => {
  test('that nobody saw is no row', async () => {
    const { rows, totals } = await read([start, clicked()])
    expect(rows).toEqual([])
    expect(totals).toMatchObject({ seen: 0, ctr: { rate: null, n: 0 }, clicks: 0, clicks_unseen: 1 })
  })

  test('counts once, however many of its articles were opened', async () => {
    const click = clicked()
    const reading = leave({ seq: 4, sessionId: start.id, openId: click.id, ts: NOON + MINUTE })
    const { rows } = await read([start, seen, click, reading, clicked({ seq: 5, position: 1 })])
    expect(rows).toEqual([
      {
        list: 'related',
        algorithm: '',
        seen: 1,
        ctr: { rate: 1, n: 1 },
        clicks: 2,
        read_after: { rate: 0.5, n: 2 },
        clicks_at: [1, 1],
        ctr_at: [1, 1, 0].map((rate) => ({ rate, n: 1 })),
      },
    ])
  })

  test('has as many places as were seen of it', async () => {
    const short = suggestions({ seq: 4, sessionId: start.id, items: 1 })
    const { rows } = await read([start, seen, clicked(), short])
    expect(rows[0].ctr_at).toEqual([
      { rate: 0, n: 2 },
      { rate: 1, n: 1 },
      { rate: 0, n: 1 },
    ])
  })

  test('can be clicked on its last place', async () => {
    const { rows } = await read([start, seen, clicked({ position: 3 })])
    expect(rows[0].ctr_at).toEqual([0, 0, 1].map((rate) => ({ rate, n: 1 })))
  })

  test('is clicked by itself, not by another in the session that opened the article', async () => {
    const other = suggestions({ seq: 3, sessionId: start.id, ts: NOON + 1_500, listId: 'next' })
    const click = clicked({ tabId: OTHER_TAB, seq: 1, openedFrom: start.id })
    const { rows } = await read([start, seen, other, click])
    expect(rows.map(({ list, clicks }: (typeof rows)[number]) => [list, clicks])).toEqual([
      ['next', 0],
      ['related', 1],
    ])
  })

  test('seen in the period is clicked after it too', async () => {
    const tomorrow = clicked({ id: OTHER_TAB, sessionId: OTHER_TAB, ts: NOON + 2_000 })
    expect((await read([start, seen, tomorrow], '&to=2026-03-10T12:00:02Z')).totals).toMatchObject({
      seen: 1,
      clicks: 1,
    })
  })

  test.each([
    ['in the tab that it opened', { openedFrom: start.id }, 1],
    ['in a tab that nothing is known of', {}, 0],
    ['of another session', { openedFrom: clicked().id }, 0],
  ])('is clicked %s', async (_, change, clicks) => {
    const { totals } = await read([start, seen, clicked({ tabId: OTHER_TAB, seq: 1, ...change })])
    expect(totals).toMatchObject({ clicks, clicks_unseen: 1 - clicks })
  })

  test('in its own tab is not clicked when a link in another tab opened the article', async () => {
    const view = suggestions({ tabId: OTHER_TAB, seq: 1, ts: NOON })
    const click = clicked({ tabId: OTHER_TAB, seq: 2, openedFrom: start.id })
    expect((await read([start, seen, view, click])).totals).toMatchObject({ seen: 2, clicks: 1, clicks_unseen: 0 })
  })

  test('seen before the period is not counted, and no click on it unseen', async () => {
    const before = suggestions({ seq: 1, ts: Date.UTC(2026, 2, 9, 23) })
    const click = clicked({ seq: 2, sessionId: start.id, id: start.id })
    expect((await read([before, click])).totals).toMatchObject({ seen: 0, clicks: 0, clicks_unseen: 0 })
    const longAgo = { ...before, ts: NOON + 1_999 - 24 * 60 * MINUTE }
    expect((await read([longAgo, click])).totals).toMatchObject({ clicks: 0, clicks_unseen: 1 })
  })

  test('names the sessions behind its clicks', async () => {
    const alone = opening({ tabId: OTHER_TAB })
    const unclicked = suggestions({ tabId: OTHER_TAB, sessionId: alone.id, seq: 2 })
    const behind = async (measure: string) =>
      (await read([start, seen, clicked(), alone, unclicked], `&explain=${measure}`)).rows[0].sessions
    expect(await behind('ctr')).toEqual([start.id])
    expect(await behind('rows')).toHaveLength(2)
  })
})
