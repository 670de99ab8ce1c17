// npm run faults -w bench -- [--runs 20] [--cells close,bounce] [--at-once 4] [--results file]
// Makes ten events and breaks something, many times over, and asks the store what became of them. Exits with 1 when
// events were lost or count twice.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCollector, openStore } from '@helptally/server'
import { KILLED_MEANWHILE } from './browserFaults.mjs'
import { FAULTS, play } from './play.mjs'
import { serveSite } from './site.mjs'
import { head, lineOf, missingLine } from './table.mjs'
import { countedTwice, isSound, judge } from './verdict.mjs'
import { writeResults } from './writeResults.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    cells: { type: 'string', default: FAULTS.join(';') },
    'at-once': { type: 'string', default: '4' },
    results: { type: 'string' },
  },
})
const wanted = values.cells.split(';')
const unknown = wanted.filter((fault) => !FAULTS.includes(fault))
if (unknown.length > 0) {
  throw new Error(`[helptally] Expected --cells out of "${FAULTS.join(';')}", got "${unknown.join(';')}".`)
}

const folder = mkdtempSync(join(tmpdir(), 'faults-'))
const store = openStore(`duckdb:${folder}`)
const site = await serveSite()
const newCollector = () => createCollector({ store, site: 'bench', countBots: true })
let [passed, failed] = [0, 0]
const say = (line) => process.stdout.write(`${line}\n`)
const count = (isGood) => {
  if (isGood) passed++
  else failed++
}

say(head)
for (const fault of wanted) {
  const runs = await play(fault, {
    runs: Number(values.runs),
    atOnce: Number(values['at-once']),
    site,
    newCollector,
  })
  const verdicts = await Promise.all(runs.map((run) => judge(store, run)))
  say(lineOf(fault, verdicts))
  if (fault === KILLED_MEANWHILE) say(missingLine(verdicts))
  for (const { error } of runs) if (error) console.error(error)
  count(verdicts.every(isSound))
}
const twice = await countedTwice(store)
say(`In the store as a whole ${twice} events or sessions count twice.`)
count(twice === 0)

site.close()
await store.close()
rmSync(folder, { recursive: true, force: true })
writeResults(values.results, { passed, failed })
