import { Agent, request } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'

const MOST_IN_BATCH = 20
const TWICE_SHARE = 0.1
/** Without a load balancer that knows it, a reader's next batch may come to another instance. */
const ELSEWHERE_SHARE = 0.05
const AGAIN_MS = 250
const GIVES_UP_AFTER_MS = 30_000
const AT_ONCE = 64
/** A robot's would be counted apart. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/**
 * Posts visits as pages do: the batches of a tab in order, each with the same ids again until somebody has taken it;
 * some of them once more, though they were taken or while they are. Spread over so many seconds.
 */
export async function postVisits(visits, { sites, random, seconds, events }) {
  const agent = new Agent({ keepAlive: true })
  const told = {
    acknowledged: new Set(),
    arrivals: { acknowledged: 0, attempted: 0 },
    batches: 0,
    retries: 0,
    twice: 0,
    sessions: new Map(),
  }
  const startedAt = performance.now()
  let begun = 0

  async function post(site, events) {
    told.arrivals.attempted += events.length
    const { status, text } = await send(agent, site, JSON.stringify({ sentAt: Date.now(), events }))
    if (status !== 202) throw new Error(`${site.name} answered ${status}: ${text}`)
    const { rejected } = JSON.parse(text)
    if (rejected.length > 0) throw new Refused(text)
    told.arrivals.acknowledged += events.length
    for (const { id } of events) told.acknowledged.add(id)
  }

  async function postUntilTaken(first, events) {
    for (let site = first; ; site = random.pick(sites)) {
      try {
        return await post(site, events)
      } catch (error) {
        if (error instanceof Refused) throw error
        told.retries++
        await after(AGAIN_MS * random.next())
      }
    }
  }

  async function postBatch(site, events) {
    told.batches++
    const taken = postUntilTaken(site, events)
    if (!random.chance(TWICE_SHARE)) return taken
    told.twice++
    if (random.chance(0.5)) await taken
    const other = random.pick(sites)
    await Promise.all([taken, postUntilTaken(other, events)])
  }

  async function postVisit({ events, sessions }) {
    for (const session of sessions) told.sessions.set(session.id, session.events.length)
    let site = random.pick(sites)
    for (let from = 0; from < events.length; ) {
      const batch = events.slice(from, from + random.whole(1, MOST_IN_BATCH))
      if (random.chance(ELSEWHERE_SHARE)) site = random.pick(sites)
      await postBatch(site, batch)
      from += batch.length
    }
  }

  async function readers() {
    for (const visit of visits) {
      const dueAt = startedAt + (begun / events) * seconds * 1_000
      begun += visit.events.length
      await after(Math.max(0, dueAt - performance.now()))
      await postVisit(visit)
    }
  }

  // They share one generator: each takes the visit that is next.
  await Promise.all(Array.from({ length: AT_ONCE }, readers))
  agent.destroy()
  return { ...told, seconds: (performance.now() - startedAt) / 1_000 }
}

/** The collector found something wrong with the events: of these, none is. */
class Refused extends Error {}

function send(agent, { port }, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': USER_AGENT }
    const path = '/events'
    const asked = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers, timeout: GIVES_UP_AFTER_MS })
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.on('error', reject)
    asked.on('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode, text }))
    })
    asked.end(body)
  })
}
