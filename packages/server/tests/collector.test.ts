import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { createCollector } from '../src/collector/createCollector.js'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, opening, progress, SITE, search } from './helpers/events.js'
import { setEnv, tempFolder, tempStore } from './helpers/temp.js'

const sessions = `reports/sessions?site=${SITE}&from=2026-03-10&to=2026-03-11`

describe('a batch', () => {
  test('posted twice counts once', async () => {
    const collector = await collect()
    const batch = [opening({ seq: 1 }), search({ seq: 2 })]
    await collector.events(...batch)
    const again = await collector.events(...batch)
    expect(again).toMatchObject({ status: 202, body: { received: 2, rejected: [], mark: 2 } })
    expect((await collector.get(sessions)).body.totals).toMatchObject({ sessions: 1, orphan_searches: 1 })
  })

  test('from a page whose clock is a year slow is dated by our clock', async () => {
    const collector = await collect()
    const sentAt = NOON - 365 * 24 * 60 * MINUTE
    await collector.post({ sentAt, events: [opening({ ts: sentAt - 1000 })] })
    const { rows } = (await collector.get(`${sessions}&interval=hour`)).body
    const counted = rows.filter((row: { sessions: number }) => row.sessions > 0)
    expect(counted).toMatchObject([{ start: '2026-03-10T11:00:00.000Z', sessions: 1 }])
  })

  test('from a page whose clock is five minutes off keeps the times of the page', async () => {
    const collector = await collect()
    const sentAt = NOON + 5 * MINUTE
    await collector.post({ sentAt, events: [opening({ ts: sentAt })] })
    const live = await collector.get(`reports/live?site=${SITE}&from=2026-03-10&to=2026-03-11`)
    expect(live.body.rows).toMatchObject([{ started_at: new Date(sentAt).toISOString() }])
  })

  test('may come from another origin', async () => {
    const collector = await collect()
    expect((await collector.events(opening())).headers.get('access-control-allow-origin')).toBe('*')
    expect((await collector.post('{')).headers.get('access-control-allow-origin')).toBe('*')
    expect((await collector.get(sessions)).headers.has('access-control-allow-origin')).toBe(false)
  })

  test('may be announced by a browser before it is posted', async () => {
    const response = await createCollector({ store: await tempStore() }).handle(
      new Request('http://localhost/api/help/events', { method: 'OPTIONS' }),
      ['events'],
    )
    expect(Object.fromEntries(response.headers)).toMatchObject({
      allow: 'POST',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type',
    })
    expect(response.status).toBe(204)
  })

  test('that cannot be stored is to be sent again, and says why to nobody but the log', async () => {
    const store = await tempStore({ folder: '/dev/null/helptally' })
    const collector = await collect({ store })
    const response = await collector.events(opening())
    expect(response).toMatchObject({ status: 503, body: { error: 'The store cannot work now: try again later.' } })
    expect(response.headers.get('retry-after')).toBe('5')
    expect(collector.lines).toEqual([
      expect.stringMatching(/^\[helptally\] The store cannot write to .* \(ENOTDIR\)\./),
    ])
  })
})

describe('reading', () => {
  const paths = [sessions, `reports/live?site=${SITE}`, `reports/vitals?site=${SITE}`, `sessions/${randomUUID()}`]

  test.each(paths)('is closed by default in production: %s', async (path) => {
    setEnv('NODE_ENV', 'production')
    const { status, body } = await (await collect()).get(path)
    expect({ status, error: body.error }).toEqual({
      status: 401,
      error: expect.stringMatching(/`authorize\(request\)`/),
    })
  })

  test('is open elsewhere', async () => {
    expect((await (await collect()).get(sessions)).status).toBe(200)
  })

  test('goes by the token when there is one, in development too', async () => {
    const collector = await collect({ token: 'open sesame'.replace(' ', '-') })
    const as = async (authorization?: string) =>
      (await collector.get(sessions, authorization ? { headers: { authorization } } : {})).status
    expect([await as(), await as('Bearer open-sesam'), await as('Basic open-sesame')]).toEqual([401, 401, 401])
    expect([await as('Bearer open-sesame'), await as('bearer open-sesame')]).toEqual([200, 200])
  })

  test('goes by what the site says, and an empty token opens nothing', async () => {
    setEnv('NODE_ENV', 'production')
    const collector = await collect({
      token: '',
      authorize: async (request) => request.headers.get('x-me') === 'editor',
    })
    expect((await collector.get(sessions)).status).toBe(401)
    expect((await collector.get(sessions, { headers: { authorization: 'Bearer ' } })).status).toBe(401)
    expect((await collector.get(sessions, { headers: { 'x-me': 'editor' } })).status).toBe(200)
  })

  test('answers 500 and logs one line when the site cannot say', async () => {
    const authorize = () => {
      throw new Error('no session\nstore')
    }
    const collector = await collect({ authorize })
    expect((await collector.get(sessions)).status).toBe(500)
    expect(collector.lines).toEqual(['[helptally] GET reports/sessions failed: no session store'])
  })

  test('writing stays open in production', async () => {
    setEnv('NODE_ENV', 'production')
    expect((await (await collect()).events(opening())).status).toBe(202)
  })
})

describe('health', () => {
  test('answers HEAD, as monitors ask, like GET', async () => {
    const collector = await collect()
    expect((await collector.get('health', { method: 'HEAD' })).status).toBe(200)
  })

  test('is read by everybody, with its reasons by readers only', async () => {
    const store = await tempStore({ folder: '/dev/null/helptally' })
    const collector = await collect({ store, token: 'key' })
    expect(await collector.get('health')).toMatchObject({ status: 503, body: { ready: false } })
    expect((await collector.get('health')).body).not.toHaveProperty('reason')
    const { body } = await collector.get('health', { headers: { authorization: 'Bearer key' } })
    expect(body.reason).toMatch(/^\[helptally\] The store cannot write to \/dev\/null\/helptally.*name another folder/)
  })

  test('is read even where the site fails to say who may read', async () => {
    const authorize = () => Promise.reject(new Error('no session store'))
    const { status, body } = await (await collect({ authorize })).get('health')
    expect({ status, body }).toEqual({ status: 200, body: { ready: true } })
  })

  test('is ready over a folder that is not there yet', async () => {
    const collector = await collect({ store: await tempStore({ folder: `${await tempFolder()}/new/folder` }) })
    expect(await collector.get('health')).toMatchObject({ status: 200, body: { ready: true, reason: null } })
  })
})

describe('a visitor', () => {
  test('is erased with all events and sessions', async () => {
    const collector = await collect()
    const visitorId = randomUUID()
    const mine = opening({ visitorId })
    await collector.events(mine, progress({ visitorId, sessionId: mine.id }), opening({ seq: 3 }))
    expect(await collector.send('DELETE', `visitors/${visitorId}`)).toMatchObject({ status: 200, body: { erased: 2 } })
    expect((await collector.get(sessions)).body.totals.sessions).toBe(1)
    expect((await collector.get(`sessions/${mine.id}`)).status).toBe(404)
  })

  test('is erased by readers only', async () => {
    setEnv('NODE_ENV', 'production')
    expect((await (await collect()).send('DELETE', `visitors/${randomUUID()}`)).status).toBe(401)
  })

  test('needs an id that is one', async () => {
    expect((await (await collect()).send('DELETE', 'visitors/all')).status).toBe(400)
  })
})

describe('an address', () => {
  test.each(['', 'nothing', 'reports', 'reports/secrets', 'reports/constructor', 'sessions', 'events/1'])(
    'that is not there says which are: "%s"',
    async (path) => {
      const { status, body } = await (await collect()).get(path)
      expect({ status, error: body.error }).toEqual({
        status: 404,
        error: expect.stringContaining(
          'POST events, POST conversations, GET conversations/{platform}, POST conversations/{platform}, GET reports/{sessions,articles,searches,gaps,suggestions,flow,article,outcomes,deflection,live,vitals,channels,ledger}, GET sessions/{id}, GET ledger/{id}, GET live, POST gaps, GET gaps/changes, GET annotations, POST annotations, DELETE annotations/{id}, POST tickets, POST exports, GET exports, GET exports/{nr}, POST exports/{nr}, GET exports/{nr}/file, POST imports, GET imports, GET imports/{nr}, POST imports/{nr}, POST recounts, GET recounts, GET recounts/{nr}, POST recounts/{nr}, GET health',
        ),
      })
    },
  )

  test.each([
    ['GET', 'events', 'POST'],
    ['POST', 'reports/sessions', 'GET'],
    ['GET', `visitors/${randomUUID()}`, 'DELETE'],
  ])('asked with the wrong method says which is right: %s %s', async (method, path, allow) => {
    const response = await (await collect()).send(method, path)
    expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({ status: 405, allow })
  })
})
