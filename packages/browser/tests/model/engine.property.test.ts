import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Story, stories } from './acts.js'
import { compare } from './compare.js'
import { INTERESTING, type Mark, marksOf } from './coverage.js'
import { ModelBrowser } from './driver/modelBrowser.js'
import { buildSite, type Site } from './driver/page.js'
import { perform } from './driver/perform.js'
import { readTrace } from './oracle/readTrace.js'
import { broken } from './quiet.js'

/** The same traces in each `npm test`, so that a failure is a change's own; `npm run traces` looks for new ones. */
const { TRACES_RUNS = '10000', TRACES_SEED = '20261122' } = process.env
const TRACES = Number(TRACES_RUNS)

let site: Site
beforeAll(() => {
  site = buildSite()
})
afterAll(() => site.remove())

const met = new Map<Mark | 'traces' | 'lines' | 'sessions', number>()
const meet = (what: Mark | 'traces' | 'lines' | 'sessions', times = 1) => met.set(what, (met.get(what) ?? 0) + times)

/** Plays a story against the engine; answers all that is wrong with its count, with the trace to read. */
async function play({ world, acts }: Story): Promise<string[]> {
  const browser = new ModelBrowser(world, site)
  const wrong = new Set<string>()
  for (const act of acts) {
    await perform(browser, act)
    for (const each of broken(browser)) wrong.add(each)
  }
  await browser.end()
  const counted = readTrace(browser.trace, world)
  for (const each of compare(counted, browser.collector.log, world, { hasSlept: browser.jumps.forward > 0 }))
    wrong.add(each)
  for (const mark of marksOf(browser, counted)) meet(mark)
  meet('traces')
  meet('lines', browser.trace.length)
  meet('sessions', new Set(browser.collector.log.map(({ sessionId }) => sessionId ?? '')).size)
  return wrong.size === 0 ? [] : [...wrong, ...browser.trace.map((line) => JSON.stringify(line))]
}

test(
  `for any reader, in any browser, the engine counts what the rules say (${TRACES} traces)`,
  async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const wrong = await play(story)
        if (wrong.length > 0) throw new Error(wrong.join('\n'))
      }),
      { numRuns: TRACES, seed: Number(TRACES_SEED) },
    )
  },
  3_600_000 * 6,
)

test('the traces reach what is interesting', () => {
  if (process.env.TRACES_SEED)
    process.stdout.write(`${[...met].map(([what, times]) => `${times}  ${what}`).join('\n')}\n`)
  expect(INTERESTING.filter((mark) => !met.has(mark))).toEqual([])
})
