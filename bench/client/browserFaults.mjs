// What can happen to a whole browser. Many readers are at many sites in it, and all of them meet the same fate.
import { setTimeout as pass } from 'node:timers/promises'

/** The votes of each reader are some milliseconds apart, and the kill comes somewhere among them. */
export const KILLED_MEANWHILE = 'killed meanwhile'
const SHORTEST_MS = 150
const SPREAD_MS = 250

export const browserFaults = {
  'killed after 100 ms': kill({ isUp: true, afterMs: 100 }),
  'refused, killed after 1 s': kill({ isUp: false, afterMs: 1_000 }),
  'refused, killed after 8 s': kill({ isUp: false, afterMs: 8_000 }),

  async [KILLED_MEANWHILE]({ stage, runs }) {
    const pages = await readAll(runs)
    await all(runs, ({ gate }) => gate.shut())
    await all(runs, ({ reader }, index) => reader.keepVoting(pages[index]))
    await pass(SHORTEST_MS + Math.random() * SPREAD_MS)
    await stage.killAndRestart()
    await all(runs, ({ gate }) => gate.open())
    await readAll(runs)
  },
}

function kill({ isUp, afterMs }) {
  return async ({ stage, runs }) => {
    const pages = await readAll(runs)
    if (!isUp) await all(runs, ({ gate }) => gate.shut())
    await all(runs, ({ reader }, index) => reader.vote(pages[index]))
    await pass(afterMs)
    await stage.killAndRestart()
    if (!isUp) await all(runs, ({ gate }) => gate.open())
    await readAll(runs)
  }
}

const readAll = (runs) => all(runs, ({ reader }) => reader.read())
const all = (runs, act) => Promise.all(runs.map(act))
