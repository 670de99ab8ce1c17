import { beforeEach, expect, test } from '@jest/globals'
import { createPassing, type Passing, REDIRECT_MS } from '../src/passing.js'
import { steadyClock } from '../src/ports/steadyClock.js'
import { FakeBrowser } from './support/fakeBrowser.js'

let browser: FakeBrowser
let passing: Passing
let told: string[]

beforeEach(() => {
  browser = new FakeBrowser()
  told = []
  passing = createPassing(
    steadyClock({ wall: () => browser.now, mono: () => browser.mono, after: (ms, run) => browser.timer(ms, run) }),
  )
})

const tell = (what: string) => () => void told.push(what)

test('a vital that comes meanwhile is told behind the opening, and does not decide about it', async () => {
  passing.hold(tell('opening'))
  passing.behind(tell('vital'))
  await browser.advance(REDIRECT_MS - 1)
  expect(told).toEqual([])
  await browser.advance(1)
  expect(told).toEqual(['opening', 'vital'])
})

test('a vital of a page that redirected is told, and its opening is not', () => {
  passing.hold(tell('opening'))
  passing.behind(tell('vital'))
  passing.withdraw()
  expect(told).toEqual(['vital'])
})

test('with nothing held, a vital is told at once', () => {
  passing.behind(tell('vital'))
  expect(told).toEqual(['vital'])
})

test('nothing is told twice', async () => {
  passing.hold(tell('opening'))
  passing.settle()
  passing.settle()
  await browser.advance(2 * REDIRECT_MS)
  expect(told).toEqual(['opening'])
})
