import { describe, expect, test } from '@jest/globals'
import { everyPage } from './everyPage.js'
import { attributeOf, tagsOf, textOf } from './page.js'

const pages = Object.entries({ ...prefixed('en'), ...prefixed('es') })

function prefixed(locale: 'en' | 'es'): Record<string, string> {
  return Object.fromEntries(Object.entries(everyPage(locale)).map(([name, html]) => [`${name}, ${locale}`, html]))
}

describe.each(pages)('the page %s', (name, html) => {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!)

  test('has one main heading, and no level is left out below it', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('names every picture or hides it from those who cannot see it', () => {
    for (const svg of tagsOf(html, 'svg')) {
      const isNamed = attributeOf(svg, 'role') === 'img' && attributeOf(svg, 'aria-labelledby') !== undefined
      expect({ svg, isNamed, isHidden: attributeOf(svg, 'aria-hidden') }).toEqual({
        svg,
        isNamed,
        isHidden: isNamed ? undefined : 'true',
      })
    }
  })

  test('gives every table a caption and every header cell a scope', () => {
    expect(html.match(/<table[^>]*><caption/g)?.length).toBe(html.match(/<table/g)?.length)
    for (const th of tagsOf(html, 'th')) expect(th).toMatch(/scope="(col|row|rowgroup)"/)
  })

  test('refers only to what is there, once', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const targets = [...html.matchAll(/\s(?:aria-labelledby|popoverTarget|popovertarget)="([^"]*)"/g)].flatMap(
      ([, list]) => list!.split(' '),
    )
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('names every link and every button', () => {
    for (const [tag] of html.matchAll(/<(a|button) .*?<\/\1>/gs))
      expect(attributeOf(tag, 'aria-label') ?? textOf(tag)).toMatch(/\p{L}{2}/u)
  })

  test('says its language', () => {
    expect(html).toMatch(new RegExp(`^<div class="ht-insights" lang="${name.slice(-2)}">`))
  })

  test('needs no script and no inline style, so that a strict content policy can stay strict', () => {
    expect(html).not.toMatch(/<script|\sstyle="|\son[a-z]+="/)
  })
})
