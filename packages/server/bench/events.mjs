// Events as pages send them, about 10 to a session, made so that a load generator spends little on each.
/** Overwritten before each sending. */
const NO_EVENT = '00000000-0000-7000-8000-000000000000'
const NO_TAB = '00000000-0000-7000-9000-000000000000'

/** A request whose events get new ids, and a new tab, each time it is sent: no tab may send so much. */
export function template(batch, connection) {
  const sentAt = Date.now()
  const events = eventsOf(batch, sentAt, uuid(connection, 0))
  const body = Buffer.from(JSON.stringify({ sentAt, events }))
  const head = Buffer.from(
    'POST /events HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain;charset=UTF-8\r\n' +
      `content-length: ${body.length}\r\n\r\n`,
  )
  const bytes = Buffer.concat([head, body])
  return { bytes, events: placesOf(NO_EVENT, bytes), tab: placesOf(NO_TAB, bytes), bytesPerEvent: body.length / batch }
}

/** So many events of a reader, a second apart, the last a second before `sentAt`. */
export function eventsOf(count, sentAt, visitorId = NO_EVENT) {
  return Array.from({ length: count }, (_, i) => eventOf(i, { visitorId, ts: sentAt - (count - i) * 1_000, sentAt }))
}

function placesOf(id, bytes) {
  const places = []
  for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + id.length)) places.push(at)
  return places
}

/** Writes new ids over the old ones: the connection, and a number that only grows. */
export function renew({ bytes, events, tab }, connection, from) {
  for (let i = 0; i < events.length; i++) bytes.write(uuid(connection, from + i), events[i], 'latin1')
  for (const place of tab) bytes.write(uuid(connection, from), place, 'latin1')
}

/** Version 7, of this minute. */
const START = Math.floor(Date.now() / 60_000) * 60_000
function uuid(connection, n) {
  const time = (START + (n >>> 8)).toString(16).padStart(12, '0')
  const low = n.toString(16).padStart(8, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${connection.toString(16).padStart(3, '0')}-0000${low}`
}

const ARTICLES = ['install', 'what-is-a-session', 'entries', 'tabs', 'idle', 'consent', 'dashboard', 'deploy']
const QUERIES = ['install on windows', 'refund', 'dark mode', 'factura', 'api token', 'two sessions']

function eventOf(i, { visitorId, ts, sentAt }) {
  const article = { id: ARTICLES[i % ARTICLES.length], rev: '7', section: 'counting', lang: 'en' }
  const envelope = {
    id: NO_EVENT,
    v: 1,
    site: 'docs',
    channel: 'help',
    tabId: NO_TAB,
    seq: i + 1,
    sessionId: uuid(0xfff, Math.floor(ts / 10_000) & 0xffffff),
    visitorId,
    ts,
    activeAt: Math.min(ts, sentAt),
    page: `/en/articles/${article.id}`,
    article,
    locale: 'en',
  }
  switch (i % 10) {
    case 0:
    case 6:
      return {
        ...envelope,
        name: 'help.article.open',
        entry: 'article_click',
        via: 'home',
        nav: 'soft',
        previousId: null,
      }
    case 3: {
      const query = QUERIES[i % QUERIES.length]
      return { ...envelope, name: 'help.search.submit', queryId: visitorId, query, trigger: 'typing_pause', results: 4 }
    }
    case 4:
    case 5:
    case 7: {
      const own = { metric: 'LCP', value: 1_234.5 + i, metricId: `v6-${ts}-${i}`, navigation: 'hard' }
      return { ...envelope, name: 'browser.web_vital', ...own }
    }
    default:
      return { ...envelope, name: 'help.article.progress', cause: 'input' }
  }
}
