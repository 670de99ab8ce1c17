import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { countFromNow } from './support/counted.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'

let center: HelpCenter

beforeAll(async () => {
  center = await openHelpCenter()
})
afterAll(() => center?.close())

function openEvent(changes: object = {}) {
  const id = randomUUID()
  return {
    id,
    name: 'help.article.open',
    v: 1,
    site: 'docs',
    channel: 'help',
    tabId: randomUUID(),
    seq: 1,
    sessionId: id,
    visitorId: randomUUID(),
    ts: Date.now(),
    activeAt: null,
    page: '/en/articles/idle',
    article: { id: 'idle' },
    entry: 'direct_link',
    via: 'external',
    nav: 'load',
    previousId: null,
    ...changes,
  }
}
const batch = (...events: unknown[]) => JSON.stringify({ sentAt: Date.now(), events })

test('the same batch posted twice counts once', async () => {
  const counted = await countFromNow(center)
  const body = batch(openEvent())
  for (let i = 0; i < 2; i++) {
    const answer = await center.post(body)
    expect(answer.status).toBe(202)
    expect(await answer.json()).toEqual({ received: 1, rejected: [], mark: 1 })
  }
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('a batch with one bad event stores the others and names the bad one', async () => {
  const counted = await countFromNow(center)
  const bad = openEvent({ entry: 'teleport' })
  const answer = await center.post(batch(openEvent(), bad, openEvent()))
  expect(answer.status).toBe(202)
  expect(await answer.json()).toMatchObject({
    received: 3,
    rejected: [{ id: bad.id, reason: expect.stringMatching(/^entry: /) }],
  })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

test('killed by SIGKILL and started again, the server has every acknowledged event', async () => {
  const counted = await countFromNow(center)
  let acknowledged = 0
  const posting = Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = 0; i < 200; i++) {
        const answer = await center.post(batch(openEvent())).catch(() => undefined)
        if (answer?.status !== 202) return
        acknowledged++
        if (acknowledged === 300) void center.kill()
      }
    }),
  )
  await posting
  expect(acknowledged).toBeGreaterThanOrEqual(300)
  await center.start()
  const { sessions } = await counted.now()
  // What was on its way at the kill may have been written and not acknowledged: at most one for each connection.
  expect(sessions).toBeGreaterThanOrEqual(acknowledged)
  expect(sessions).toBeLessThanOrEqual(acknowledged + 8)
})

test('a range with no data answers zeros, a bad range 400 with what is wrong', async () => {
  const empty = await center.get('reports/sessions?site=docs&from=2020-01-01&to=2020-01-03&tz=UTC')
  expect(await empty.json()).toMatchObject({
    rows: [{ sessions: 0 }, { sessions: 0 }],
    totals: { sessions: 0, orphan_searches: 0 },
  })
  for (const range of ['from=2020-01-03&to=2020-01-01', 'from=yesterday', 'tz=Mars/Olympus', 'interval=fortnight']) {
    const answer = await center.get(`reports/sessions?site=docs&${range}`)
    expect([range, answer.status]).toEqual([range, 400])
    expect(((await answer.json()) as { error: string }).error).toMatch(new RegExp(range.split('=')[0]!))
  }
})
