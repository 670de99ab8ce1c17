import * as v from 'valibot'
import { CHANNELS, type Channel, type ChannelRule } from '../channels.js'
import { kindOf, quote, reasonOf } from './reason.js'

const MOST_IDLE_MS = 30 * 86_400_000

const other = v.strictObject({
  idleMs: v.optional(
    v.pipe(
      v.number('expected whole milliseconds'),
      v.integer('expected whole milliseconds'),
      v.minValue(1_000, 'expected a second at least'),
      v.maxValue(MOST_IDLE_MS, 'expected thirty days at most'),
    ),
  ),
  idleEnds: v.optional(v.picklist(['reached', 'exceeded'], 'expected "reached" or "exceeded"')),
})

export type ParsedRules =
  | { readonly ok: true; readonly rules: Readonly<Record<Channel, ChannelRule>> }
  | { readonly ok: false; readonly reason: string }

/**
 * Reads other rules to count by, to see what they would change: by channel, what differs from the channel table, such as
 * `{ "help": { "idleMs": 600000 } }`. Channels that are not named keep their rule.
 */
export function parseRules(input: unknown): ParsedRules {
  if (kindOf(input) !== 'object') return no(`expected an object of channels, got ${kindOf(input)}`)
  const rules: Record<Channel, ChannelRule> = { ...CHANNELS }
  for (const [channel, differing] of Object.entries(input as object)) {
    if (!isChannel(channel)) return no(`unknown channel ${quote(channel)}, known: ${Object.keys(CHANNELS).join(', ')}`)
    const result = v.safeParse(other, differing, { abortEarly: true })
    if (!result.success) return no(`${channel}: ${reasonOf(result.issues[0])}`)
    const { idleMs = rules[channel].idleMs, idleEnds = rules[channel].idleEnds } = result.output
    rules[channel] = { ...rules[channel], idleMs, idleEnds }
  }
  return { ok: true, rules }
}

const no = (reason: string): ParsedRules => ({ ok: false, reason })

const isChannel = (name: string): name is Channel => Object.hasOwn(CHANNELS, name)
