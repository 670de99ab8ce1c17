import { describe, expect, test } from '@jest/globals'
import { dashboardCss } from '../src/index.js'
import { everyPage } from './everyPage.js'

const withoutComments = dashboardCss.replace(/\/\*.*?\*\//gs, '')

test('every rule lies below the root class', () => {
  const preludes = [...withoutComments.matchAll(/([^{}]+)\{/g)].map(([, prelude]) => prelude!.trim())
  const selectors = preludes
    .filter((prelude) => !prelude.startsWith('@'))
    .flatMap((prelude) => prelude.split(/,(?![^(]*\))/))
  expect(selectors.length).toBeGreaterThan(100)
  expect(
    selectors
      .map((selector) => selector.trim())
      .filter((selector) => !/^(\.ht-insights|:where\(body:has\(> \.ht-insights\)\))/.test(selector)),
  ).toEqual([])
})

test('nothing in it can close the style element around it', () => {
  expect(dashboardCss).not.toContain('<')
})

test('every class that it styles is used on some page', () => {
  const html = Object.values(everyPage('en')).join('')
  const styled = new Set([...withoutComments.matchAll(/\.(ht-[a-z_-]+)/gi)].map(([, name]) => name!))
  const used = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')))
  expect([...styled].filter((name) => !used.has(name))).toEqual([])
})

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const [light, dark] = [...withoutComments.matchAll(/color-scheme: (?:light|dark);([^}]*)\}/g)].map(([, block]) =>
    tokensOf(block!),
  )
  const tokens = theme === 'light' ? light! : { ...light!, ...dark! }

  test.each(['ink', 'quiet', 'accent', 'good', 'needs_work', 'poor'])(
    '%s can be read on every ground (WCAG AA, 4.5:1)',
    (ink) => {
      for (const ground of ['ground', 'card', 'sunk'])
        expect(contrast(tokens[ink]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('the alarm can be read', () => {
    for (const ink of ['ink', 'poor']) expect(contrast(tokens[ink]!, tokens.alarm!)).toBeGreaterThanOrEqual(4.5)
  })

  test('bars stand out from the card (3:1), and from the bar on which they stand', () => {
    const [first, second, third] = ['article_click', 'direct_link', 'search_enter'].map((entry) => tokens[entry]!)
    for (const bar of [first!, second!, third!]) expect(contrast(bar, tokens.card!)).toBeGreaterThanOrEqual(3)
    expect(contrast(first!, second!)).toBeGreaterThanOrEqual(1.5)
    expect(contrast(second!, third!)).toBeGreaterThanOrEqual(1.4)
  })
})

function tokensOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--ht-([a-z_]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name!, colour!]),
  )
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
