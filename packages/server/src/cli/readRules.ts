import type { Channel, ChannelRule } from '@helptally/core'
import { parseRules } from '@helptally/core/schema'
import { readJson } from './readJson.js'

/** Other rules to count by, from a file. */
export async function readRules(file: string): Promise<Readonly<Record<Channel, ChannelRule>>> {
  const parsed = parseRules(await readJson(file))
  if (parsed.ok) return parsed.rules
  throw new Error(`[helptally] ${file}: ${parsed.reason}. Expected such as { "help": { "idleMs": 600000 } }.`)
}
