import { describe, expect, test } from '@jest/globals'
import { compareTrace, publishedTraces, runTrace } from '../../src/conformance/index.js'
import { CHANNELS, type Channel, RULE_VERSION } from '../../src/index.js'

const traces = publishedTraces()

test('the traces show the rules of this version', () => {
  // Whoever changes a rule looks at each of them.
  expect(RULE_VERSION).toBe(2)
})

test.each(traces)('the machine counts what $name expects', (trace) => {
  expect(compareTrace(trace.expected!, runTrace(trace))).toEqual([])
})

test('each says which rule it shows, and what has to be counted', () => {
  for (const { rule, expected } of traces) {
    expect(rule).toMatch(/^[A-Z].*\.$/)
    expect(expected).not.toBeNull()
  }
})

/** Other rules, by which at least one trace of the channel has to be counted otherwise. */
const otherwise = (channel: Channel) => {
  const rule = CHANNELS[channel]
  return [
    { ...rule, idleMs: rule.idleMs + 1 },
    { ...rule, idleMs: rule.idleMs - 1 },
    { ...rule, idleEnds: rule.idleEnds === 'reached' ? 'exceeded' : 'reached' } as const,
    ...(channel === 'help' ? [] : [{ ...rule, idleFrom: otherSide(rule.idleFrom) } as const]),
    ...rule.endsEarlyOn.map((early) => ({ ...rule, endsEarlyOn: rule.endsEarlyOn.filter((one) => one !== early) })),
  ]
}
const otherSide = (from: string) => (from === 'interaction' ? 'user_message' : 'interaction')

describe.each(Object.keys(CHANNELS) as Channel[])('the traces of %s', (channel) => {
  test.each(otherwise(channel))('tell its rule from $idleMs ms $idleEnds, from $idleFrom, $endsEarlyOn', (rule) => {
    const ofChannel = traces.filter(({ threads }) => Object.values(threads).includes(channel))
    const unmet = ofChannel.filter(
      (trace) => compareTrace(trace.expected!, runTrace(trace, { ...CHANNELS, [channel]: rule })).length > 0,
    )
    expect(unmet).not.toEqual([])
  })
})
