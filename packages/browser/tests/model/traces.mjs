// Plays many random traces against the engine: npm run traces -w @helptally/browser -- --runs 200000 [--seed 7]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } } })
const seed = values.seed ?? String(Math.trunc(Math.random() * 2 ** 31))
const jest = fileURLToPath(new URL('../../../../node_modules/jest/bin/jest.js', import.meta.url))

process.stdout.write(`${values.runs} traces, seed ${seed}\n`)
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, 'tests/model/engine.property.test.ts'],
  {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TRACES_RUNS: values.runs, TRACES_SEED: seed },
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
