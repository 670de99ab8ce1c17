import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { END, readers, START } from './helpers/readers.js'
import { formsBy } from './oracle/deflection.js'

test('random readers come as far as a form may lead them', () => {
  const within = { from: START, to: END }
  const runs = fc.sample(readers, { numRuns: 100, seed: 1 }).map((events) => formsBy(events, within).totals)
  const shareOf = (is: (totals: (typeof runs)[number]) => boolean) => runs.filter(is).length / runs.length
  expect(shareOf(({ opened }) => opened > 0)).toBeGreaterThan(0.5)
  expect(shareOf(({ deflected }) => deflected.rate! > 0)).toBeGreaterThan(0.4)
  expect(shareOf(({ opened, deflected, sessions }) => opened > deflected.rate! * sessions)).toBeGreaterThan(0.2)
  expect(shareOf(({ submitted }) => submitted > 0)).toBeGreaterThan(0.3)
})
