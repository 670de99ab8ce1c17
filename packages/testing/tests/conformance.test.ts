/** @jest-environment jest-fixed-jsdom */

import { compareTrace, publishedTraces } from '@helptally/core/conformance'
import { expect, test } from '@jest/globals'
import { orphanSearches } from '../src/expectations/orphanSearches.js'
import { playTrace } from './support/playTrace.js'

const ofHelp = publishedTraces().filter(({ threads }) => Object.values(threads).every((channel) => channel === 'help'))

test('there are traces of the help center', () => {
  expect(ofHelp.length).toBeGreaterThan(25)
})

test.each(ofHelp.map((trace) => [trace.name, trace] as const))(
  '%s counts in the kit as it has to',
  async (_, trace) => {
    const { help, sessions } = await playTrace(trace)
    expect(help.rejected).toEqual([])
    expect(compareTrace(trace.expected!, { sessions, orphanSearches: orphanSearches(help).length })).toEqual([])
    help.stop()
  },
)
