import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { CollectorOptions } from '../src/collector/createCollector.js'
import { ASK_AGAIN_MS } from '../src/collector/whileAllowed.js'
import type { LiveReport } from '../src/reports/shapes.js'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, opening, SITE } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

/** A clock that stands still until it is moved, and does then what was due. */
function standingClock(start = NOON) {
  let time = start
  const due = new Set<{ readonly at: number; readonly work: () => void }>()
  return {
    now: () => time,
    waiting: () => due.size,
    after: (ms: number, work: () => void) => {
      const one = { at: time + ms, work }
      due.add(one)
      return () => void due.delete(one)
    },
    async pass(ms: number, awaited = due.size) {
      // What was set off before sets a time of its own when it is done.
      while (due.size < awaited) await nextTurn()
      time += ms
      for (const one of [...due].filter(({ at }) => at <= time)) {
        due.delete(one)
        one.work()
      }
    },
  }
}

async function listening(params = `site=${SITE}`, options: Partial<CollectorOptions> = {}) {
  const store = await tempStore()
  const clock = standingClock()
  const collector = await collect({ store, now: clock.now, after: clock.after, ...options })
  const open = async (asked = params) => {
    const leave = new AbortController()
    const request = new Request(`http://localhost/api/help/live?${asked}`, {
      signal: leave.signal,
      headers: { cookie: 'me=ana' },
    })
    const response = await collector.handle(request, ['live'])
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    /** The next message; what comes before it is no data. */
    const next = async (): Promise<LiveReport | 'ended'> => {
      for (;;) {
        const found = /^(?:(?!data: ).*\n)*data: (.*)\n\n/.exec(text)
        if (found) {
          text = text.slice(found[0].length)
          return JSON.parse(found[1]!)
        }
        const { value, done } = await reader.read()
        if (done) return 'ended'
        text += value
      }
    }
    return { response, next, raw: () => reader.read(), leave: () => leave.abort(), cancel: () => reader.cancel() }
  }
  return { store, clock, collector, open }
}

describe('the stream of what goes on', () => {
  test('says what is so, then what has changed, and nothing while nothing does', async () => {
    const { clock, collector, open } = await listening()
    const { response, next } = await open()
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(await next()).toMatchObject({ definition: { id: 'live' }, totals: { open: 0 } })
    await clock.pass(2_000)
    const session = opening({ ts: NOON })
    await collector.post({ sentAt: clock.now(), events: [session] })
    const told = next()
    await clock.pass(2_000, 3)
    expect(await told).toMatchObject({ totals: { open: 1 }, rows: [{ id: session.id }] })
  })

  test('says so when a session ends by the clock alone', async () => {
    const { clock, collector, open } = await listening()
    await collector.events(opening({ ts: NOON }))
    const { next } = await open()
    expect(await next()).toMatchObject({ totals: { open: 1 } })
    const told = next()
    await clock.pass(5 * MINUTE)
    expect(await told).toMatchObject({ totals: { open: 0 } })
  })

  test('reads once for all who ask the same, and not at all when they have gone', async () => {
    const { clock, store, open } = await listening()
    const first = await open()
    const second = await open()
    const other = await open(`site=${SITE}&device=phone`)
    for (const { next } of [first, second, other]) await next()
    // One reading for each question, a breath for each listener, and whether they still may.
    expect(clock.waiting()).toBe(2 + 3 + 3)
    first.leave()
    await second.cancel()
    other.leave()
    expect(clock.waiting()).toBe(0)
    await store.close()
  })

  test('is not begun for who asks for its head alone', async () => {
    const { clock, collector } = await listening()
    const request = new Request(`http://localhost/api/help/live?site=${SITE}`, { method: 'HEAD' })
    const { status, headers, body } = await collector.handle(request, ['live'])
    expect([status, headers.get('content-type'), body, clock.waiting()]).toEqual([200, 'text/event-stream', null, 0])
  })

  test('breathes, so that nothing on the way cuts it', async () => {
    const { clock, open } = await listening()
    const { next, raw } = await open()
    await next()
    await clock.pass(15_000)
    expect((await raw()).value).toBe(':\n\n')
  })

  test('ends for who does not read, and not for others', async () => {
    const { clock, open } = await listening()
    const [silent, reader] = [await open(), await open()]
    await reader.next()
    for (let nth = 0; nth < 25; nth++) {
      await clock.pass(15_000, 2)
      expect((await reader.raw()).value).toBe(':\n\n')
    }
    const left: string[] = []
    for (let read = await silent.raw(); !read.done; read = await silent.raw()) left.push(read.value)
    expect(left.length).toBeLessThan(25)
    expect(await silent.next()).toBe('ended')
  })

  test('ends when the store cannot be read any more, so that who listens asks anew', async () => {
    const { clock, store, open } = await listening()
    const { next } = await open()
    await next()
    await store.close()
    await clock.pass(2_000)
    expect(await next()).toBe('ended')
    expect(clock.waiting()).toBe(0)
  })

  test('is refused for what is no question, to whom may not read, and beyond a hundred', async () => {
    const { collector, open } = await listening()
    expect(await collector.get('live?site=docs&device=fridge')).toMatchObject({ status: 400 })
    expect((await (await collect({ token: 't', site: SITE })).get('live')).status).toBe(401)
    const all = await Promise.all(Array.from({ length: 100 }, () => open()))
    const refused = await collector.get(`live?site=${SITE}`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    all[0]!.leave()
    expect((await open()).response.status).toBe(200)
  })

  test('ends with the process where its host lets it finish, and is heard of no more', async () => {
    const finish = () => undefined
    process.on('SIGTERM', finish)
    const { collector, open } = await listening()
    const { next } = await open()
    await next()
    process.emit('SIGTERM')
    expect(await next()).toBe('ended')
    expect((await collector.get(`live?site=${SITE}`)).status).toBe(503)
    expect(process.listeners('SIGTERM')).toEqual([finish])
    process.off('SIGTERM', finish)
  })

  test('changes nothing of a signal that nobody listens to', async () => {
    const { open } = await listening()
    const { next, leave } = await open()
    await next()
    expect(process.listenerCount('SIGTERM')).toBe(0)
    leave()
  })
})

describe('whoever listens', () => {
  /** A stream whose reader has what `leave` says, each time that it is asked. */
  async function watched(leave: () => ReturnType<NonNullable<CollectorOptions['authorize']>>) {
    const asked: (string | null)[] = []
    const authorize = (request: Request) => {
      asked.push(request.headers.get('cookie'))
      return leave()
    }
    const found = await listening(undefined, { authorize })
    const { next } = await found.open()
    await next()
    return { ...found, next, asked }
  }
  /** Nothing is told by the feed itself: it reads on, and nothing has changed. */
  const silent = (next: () => Promise<unknown>) => Promise.race([next(), nextTurn('silence')])

  test('is asked for leave again each minute, as at first', async () => {
    const { clock, next, asked } = await watched(() => 'viewer')
    for (let minute = 1; minute <= 3; minute++) {
      await clock.pass(ASK_AGAIN_MS, 3)
      await nextTurn()
      expect(asked).toEqual(Array.from({ length: 1 + minute }, () => 'me=ana'))
    }
    expect(await silent(next)).toBe('silence')
  })

  test.each([
    ['may read no more', false],
    ['may see other sites only', { role: 'admin', sites: ['other'] }],
  ] as const)('and %s hears the end of it, and nothing is left behind', async (_, later) => {
    let leave: false | { role: 'admin'; sites?: readonly string[] } = { role: 'admin', sites: [SITE] }
    const { clock, next } = await watched(() => leave)
    leave = later
    await clock.pass(ASK_AGAIN_MS - 1, 3)
    expect(await silent(next)).toBe('silence')
    await clock.pass(1, 3)
    expect(await next()).toBe('ended')
    expect(clock.waiting()).toBe(0)
  })

  test('hears the end of it when nobody can say', async () => {
    let fails = false
    const { clock, next } = await watched(() => (fails ? Promise.reject(new Error('no session store')) : true))
    fails = true
    await clock.pass(ASK_AGAIN_MS, 3)
    expect(await next()).toBe('ended')
  })

  test('hears the end of it when nobody says in time', async () => {
    let hangs = false
    const { clock, next } = await watched(() => (hangs ? new Promise<never>(() => {}) : true))
    hangs = true
    await clock.pass(ASK_AGAIN_MS, 3)
    expect(await silent(next)).toBe('silence')
    await clock.pass(ASK_AGAIN_MS, 3)
    expect(await next()).toBe('ended')
  })
})
