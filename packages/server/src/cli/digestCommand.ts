import { parseArgs } from 'node:util'
import { digestLetter } from '../digest/digestLetter.js'
import { readDigest } from '../digest/readDigest.js'
import { lastWeek, weekOf } from '../digest/week.js'
import type { Command } from './command.js'
import { letterOptions, readLetterOptions } from './letterOptions.js'
import { storeOf } from './storeOf.js'

export const digestCommand: Command = async (args, { out, error }) => {
  const { values } = parseArgs({ args: [...args], options: { ...letterOptions, week: { type: 'string' } } })
  const { week } = values
  const misread = (expected: string): number => {
    error(`[helptally] ${expected}. See helptally --help.`)
    return 2
  }
  if (week !== undefined && !isDate(week))
    return misread(`--week: expected a day of the week such as 2026-11-16, got "${week}"`)
  const asked = readLetterOptions(values)
  if (typeof asked === 'string') return misread(asked)

  const { site, tz } = asked
  const now = Date.now()
  const { store } = storeOf(values.store)
  const digest = await readDigest(store, { site, tz, week: week ? weekOf(week) : lastWeek(now, tz), now }).finally(() =>
    store.close(),
  )
  await asked.tell(digestLetter(digest, asked), out)
  return 0
}

/** The 31st of February is none. */
function isDate(text: string): boolean {
  const at = /^20\d\d-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
