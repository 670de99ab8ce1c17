// Plays one fault many times over, and answers the runs when all is quiet.
import { until } from '../../examples/help-center/tests/browser/support/until.ts'
import { browserFaults } from './browserFaults.mjs'
import { openGate } from './gate.mjs'
import { createReader } from './reader.mjs'
import { openMortalStage, openSharedStage } from './stage.mjs'
import { tabFaults } from './tabFaults.mjs'

export const FAULTS = [...Object.keys(tabFaults), ...Object.keys(browserFaults)]

/** For so long no request has come: none will any more. */
const QUIET_MS = 2_000
/** Readers in one browser that is killed. */
const READERS = 10

let lastRun = 0

export async function play(fault, { runs: count, atOnce, site, newCollector }) {
  const newRun = async (newPage) => {
    const run = `run${++lastRun}`
    const gate = await openGate(newCollector)
    return { run, gate, reader: createReader({ run, site, gate, newPage }), error: null }
  }
  const runs = tabFaults[fault]
    ? await playInTabs(tabFaults[fault], { count, atOnce, newRun })
    : await playInBrowsers(browserFaults[fault], { count, newRun })
  await until(
    () => Date.now() - Math.max(...runs.map(({ gate }) => gate.lastRequestAt())),
    (quietMs) => quietMs > QUIET_MS,
  )
  await Promise.all(runs.map(({ gate }) => gate.shut()))
  return runs
}

async function playInTabs(story, { count, atOnce, newRun }) {
  const stage = await openSharedStage()
  const runs = []
  let left = count
  const playOn = async () => {
    while (left-- > 0) {
      const context = await stage.newContext()
      const run = await newRun(() => context.newPage())
      runs.push(run)
      await keepError([run], () => story({ ...run, context }))
      await context.close()
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, playOn))
  } finally {
    await stage.close()
  }
  return runs
}

async function playInBrowsers(story, { count, newRun }) {
  const all = []
  while (all.length < count) {
    const stage = await openMortalStage()
    const size = Math.min(READERS, count - all.length)
    const runs = await Promise.all(Array.from({ length: size }, () => newRun(stage.newPage)))
    try {
      await keepError(runs, () => story({ stage, runs }))
    } finally {
      await stage.close()
    }
    all.push(...runs)
  }
  return all
}

/** A story that does not come to its end is one of the things to tell. */
async function keepError(runs, tell) {
  await tell().catch((error) => {
    for (const run of runs) run.error = error
  })
}
