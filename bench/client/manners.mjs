// npm run manners -w bench [-- --results file]
// Loads pages with nothing but the engine in them and reads the browser's own trace: the engine may force no layout,
// write no cookie, and ask for nothing before the first paint. Exits with 1 where it does.
import { parseArgs } from 'node:util'
import { until } from '../../examples/help-center/tests/browser/support/until.ts'
import { serveSite } from './site.mjs'
import { openSharedStage } from './stage.mjs'
import { readTrace } from './trace.mjs'
import { writeResults } from './writeResults.mjs'

const { values } = parseArgs({ options: { results: { type: 'string' } } })
/** Nobody listens there: what the page asks for counts, not what it gets. */
const NOWHERE = 'http://127.0.0.1:9/api/help'

const site = await serveSite()
const stage = await openSharedStage()
const context = await stage.newContext()
const page = await context.newPage()
const written = []
await page.exposeFunction('cookieWritten', (cookie) => written.push(cookie))
await page.addInitScript(() => {
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    get,
    set(cookie) {
      cookieWritten(cookie)
      set.call(this, cookie)
    },
  })
})
const events = await readTrace(page, async () => {
  await page.goto(site.article('manners', NOWHERE))
  await page.evaluate(() => bench.ready())
  await page.evaluate(() => bench.vote(10))
  await until(
    () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/events'))),
    (hasPosted) => hasPosted,
  )
})
await stage.close()
site.close()

const named = (name) => events.filter((event) => event.name === name)
const firstPaint = Math.min(...named('firstPaint').map(({ ts }) => ts))
const asked = named('ResourceSendRequest').filter(({ args }) => args.data.url.startsWith(NOWHERE))
// A layout that a script forces is told with the script's stack.
const forced = named('Layout').filter(({ args }) => args.beginData?.stackTrace?.length > 0)

const findings = [
  ['forced layouts', forced.length],
  ['cookies written', written.length],
  ['requests before the first paint', asked.filter(({ ts }) => !(ts > firstPaint)).length],
  // So that an empty trace is no good news.
  [
    'traces without a layout, a paint or a request',
    [named('Layout'), named('firstPaint'), asked].filter(isEmpty).length,
  ],
]
for (const [what, times] of findings) process.stdout.write(`${what}: ${times}\n`)
const failed = findings.filter(([, times]) => times > 0).length
writeResults(values.results, { passed: findings.length - failed, failed })

function isEmpty({ length }) {
  return length === 0
}
