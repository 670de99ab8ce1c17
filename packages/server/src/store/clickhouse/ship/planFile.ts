import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFile, syncFolder } from '../../../log/segmentFile.js'
import type { Plan, PlannedBlock } from './plan.js'

const PLAN = '.plan'

export const planName = (segment: string): string => `${segment}${PLAN}`

/** The names of the plans that were made and not done with, oldest first. */
export async function plansIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return files.filter((file) => file.endsWith(PLAN)).sort()
}

/**
 * Makes a plan durable, in one step and once: where another process was first, its plan stands. One line that says what
 * comes, and then the blocks' rows.
 */
export async function writePlan(folder: string, plan: Plan): Promise<void> {
  const { blocks, ...head } = plan
  const heads = blocks.map(({ rows: _, ...block }) => block)
  const draft = join(folder, `${plan.segment}.${randomUUID()}.draft`)
  try {
    await writeFile(draft, [`${JSON.stringify({ ...head, blocks: heads })}\n`, ...blocks.map(({ rows }) => rows)])
    await syncFile(draft)
    await link(draft, join(folder, planName(plan.segment))).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await syncFolder(folder)
  } finally {
    await rm(draft, { force: true })
  }
}

/** null when another process has done what it says meanwhile. */
export async function readPlan(folder: string, name: string): Promise<Plan | null> {
  const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const end = text.indexOf('\n')
  const head = JSON.parse(text.slice(0, end)) as Omit<Plan, 'blocks'> & { blocks: Omit<PlannedBlock, 'rows'>[] }
  let at = end + 1
  const blocks = head.blocks.map((block) => {
    const start = at
    for (let n = 0; n < block.size; n++) at = text.indexOf('\n', at) + 1
    return { ...block, rows: text.slice(start, at) }
  })
  return { ...head, blocks }
}

export async function removePlan(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true })
  await syncFolder(folder)
}
