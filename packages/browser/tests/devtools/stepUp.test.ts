import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { stepUp } from '../../src/devtools/stepUp.js'

const BUTTON = { width: 120, height: 32 }
const [WIDTH, HEIGHT] = [390, 844]

let host: HTMLElement
let kept: HTMLElement[]
beforeEach(() => {
  host = document.body.appendChild(document.createElement('helptally-devtools'))
  kept = []
  Object.defineProperty(document.documentElement, 'clientWidth', { configurable: true, value: WIDTH })
  Object.defineProperty(window, 'innerHeight', { configurable: true, value: HEIGHT })
  // jsdom has no layout: what was put on the screen last is on top.
  document.elementsFromPoint = (x, y) => [
    host,
    ...kept.toReversed().filter((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return x >= left && x <= right && y >= top && y <= bottom
    }),
    document.body,
  ]
})
afterEach(() => {
  document.body.replaceChildren()
  Reflect.deleteProperty(document, 'elementsFromPoint')
  Reflect.deleteProperty(document.documentElement, 'clientWidth')
})

function keep(box: { left?: number; right?: number; top: number; bottom: number }, style = 'position: fixed'): void {
  const element = document.body.appendChild(document.createElement('div'))
  element.style.cssText = style
  element.getBoundingClientRect = () => ({ left: 0, right: WIDTH, ...box }) as DOMRect
  kept.push(element)
}

test('nothing kept in its corner: the button stays there', () => {
  keep({ top: 0, bottom: 60 })
  keep({ left: 0, right: 200, top: 700, bottom: HEIGHT })
  keep({ top: 0, bottom: HEIGHT }, 'position: relative')
  expect(stepUp(host, BUTTON)).toBe(0)
})

test('it goes above a banner, and above a bar that is above the banner', () => {
  keep({ top: 644, bottom: 828 })
  expect(stepUp(host, BUTTON)).toBe(HEIGHT - 644)
  keep({ top: 580, bottom: 640 }, 'position: sticky; bottom: 200px')
  expect(stepUp(host, BUTTON)).toBe(HEIGHT - 580)
})

test('what only passes by on its way with the page moves nothing', () => {
  keep({ top: 800, bottom: HEIGHT }, 'position: sticky; top: 0; bottom: auto')
  expect(stepUp(host, BUTTON)).toBe(0)
})

test('what leaves no room above it stays covered', () => {
  keep({ top: 0, bottom: HEIGHT })
  expect(stepUp(host, BUTTON)).toBe(0)
})
