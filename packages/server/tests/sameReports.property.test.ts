import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAlerts } from '../src/alerts/readAlerts.js'
import { readDigest } from '../src/digest/readDigest.js'
import { cannotExplain, REPORT_NAMES } from '../src/reports/readReport.js'
import type { ReportName } from '../src/reports/shapes.js'
import type { Store } from '../src/store/store.js'
import { type Busy, busy, fill, NOW } from './helpers/busyStore.js'
import { describeChdb } from './helpers/chdb.js'
import { collect } from './helpers/collect.js'
import { ENGINES } from './helpers/engines.js'
import { opening, SITE } from './helpers/events.js'
import { MEASURES, randomParams } from './helpers/randomQuery.js'

type Params = Readonly<Record<string, string>>

/** What is in both stores, and what both are asked. */
interface Case {
  readonly all: Busy
  readonly params: Params
  /** Which one of what there are many. */
  readonly nth: number
}

const cases: fc.Arbitrary<Case> = fc.record({ all: busy, params: randomParams, nth: fc.nat(1_000) })

/** What is opened while somebody listens. */
const LATER = '0198d000-0000-7000-8000-000000000001'

/** With the sessions behind one of its numbers, or none. */
function reportPath(name: ReportName, { explain, ...params }: Params, more: Params = {}): string {
  const known = MEASURES.filter((measure) => cannotExplain(name, measure) === null)
  const asked = known[MEASURES.indexOf(explain!) % (known.length + 1)]
  return `reports/${name}?${new URLSearchParams({ ...params, ...(asked && { explain: asked }), ...more })}`
}

/** What a site reads below its base path. */
function pathsOf({ all: { events }, params, nth }: Case, sessions: readonly string[]): string[] {
  const { site, from, to, tz, article } = params as Record<'site' | 'from' | 'to' | 'tz' | 'article', string>
  const of = new URLSearchParams({ site, from, to, tz })
  const session = sessions[nth % sessions.length]
  return [
    ...REPORT_NAMES.map((name) => reportPath(name, params)),
    reportPath('article', params, { article: 'install' }),
    reportPath(REPORT_NAMES[nth % REPORT_NAMES.length]!, params, { format: 'csv' }),
    ...(session ? [`sessions/${session}`, `sessions/${session}?format=text&lang=es&tz=${tz}`] : []),
    `ledger/${events[nth % events.length]?.id ?? 'none'}`,
    `gaps/changes?site=${site}`,
    `annotations?${of}`,
    `annotations?${of}&article=${article}`,
  ]
}

/** Everything that the reader of a site is told. */
async function answersOf(store: Store, one: Case, sessions: readonly string[]): Promise<Record<string, unknown>> {
  const { params, nth } = one
  const due = new Set<() => void>()
  const after = (_: number, work: () => void) => {
    due.add(work)
    return () => void due.delete(work)
  }
  const collector = await collect({ store, site: SITE, now: () => NOW, after })
  const get = (path: string) =>
    collector.handle(new Request(`http://localhost/api/help/${path}`), path.split('?')[0]!.split('/'))
  const answers: Record<string, unknown> = {}
  for (const path of pathsOf(one, sessions)) {
    const response = await get(path)
    answers[path] = { status: response.status, text: await response.text() }
  }
  const { site, tz } = params as Record<'site' | 'tz', string>
  if (nth % 2 === 0) answers.alerts = await readAlerts(store, { site, tz, days: 1 + (nth % 3), now: NOW })
  else answers.digest = await readDigest(store, { site, tz, week: { from: '2026-03-30', to: '2026-04-06' }, now: NOW })

  const { explain: _, ...asked } = params
  const stream = (await get(`live?${new URLSearchParams(asked)}`))
    .body!.pipeThrough(new TextDecoderStream())
    .getReader()
  const told = async () => {
    for (let text = ''; ; ) {
      const { value, done } = await stream.read()
      if (done) return 'ended'
      text += value
      const found = /^data: (.*)$/m.exec(text)
      if (found) return JSON.parse(found[1]!)
    }
  }
  answers.live = await told()
  await collector.post({ sentAt: NOW, events: [opening({ ts: NOW, site, id: LATER, sessionId: LATER })] })
  for (const work of due) work()
  answers['live, later'] = await told()
  await stream.cancel()
  return answers
}

const RUNS = Number(process.env.REPORT_RUNS ?? 1)

describeChdb('a store on ClickHouse, 26.7 in process,', () => {
  test('tells a site what a store on DuckDB does, to the letter', async () => {
    const seed = Number(process.env.REPORT_SEED ?? Date.now() % 1_000_000)
    for (const one of fc.sample(cases, { seed, numRuns: RUNS })) {
      const stores = await Promise.all(ENGINES.map((engine) => engine.open({ now: () => NOW })))
      for (const store of stores) await fill(store, one.all)
      const [known, there] = stores as [Store, Store]
      const sessions = await known.query<{ id: string }>(
        `select id::varchar as id from sessions where site = $site and started_at is not null
         union all
         select id::varchar as id from conversation_sessions where site = $site
         order by id`,
        { site: one.params.site! },
      )
      const ids = sessions.map(({ id }) => id)
      const expected = await answersOf(known, one, ids)
      const answers = await answersOf(there, one, ids)
      for (const [asking, answer] of Object.entries(expected)) {
        const asked = `${asking} REPORT_SEED=${seed}`
        expect({ asked, answer: answers[asking] }).toEqual({ asked, answer })
      }
      for (const store of stores) await store.close()
    }
  }, 600_000)
})
