import type { ChannelRule } from './channels.js'

type IdleRule = Pick<ChannelRule, 'idleMs' | 'idleEnds'>

/** Whether a session last active at `lastAt` has ended by `now` (both epoch ms). */
export function isIdle(rule: IdleRule, lastAt: number, now: number): boolean {
  const gapMs = now - lastAt
  return rule.idleEnds === 'reached' ? gapMs >= rule.idleMs : gapMs > rule.idleMs
}

/** The end is dated last activity + timeout, whenever it is noticed (epoch ms). */
export function idleEndAt(rule: Pick<ChannelRule, 'idleMs'>, lastAt: number): number {
  return lastAt + rule.idleMs
}
