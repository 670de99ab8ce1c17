import type { Store } from '@helptally/server'
import { describe, expect, test } from '@jest/globals'
import { insightsHrefs } from '../../src/dashboard/hrefs.js'
import { sitesToChoose } from '../../src/dashboard/sitesToChoose.js'

const storeOf =
  (...sites: string[]) =>
  () =>
    ({ query: async () => sites.map((site) => ({ site })) }) as unknown as Store
const everybody = { sites: null }

describe('the sites to choose among', () => {
  test('are those that the store knows, the site of the app and the one on show, by name', async () => {
    expect(await sitesToChoose(storeOf('shop', 'docs'), everybody, ['app', 'docs', ''])).toEqual([
      'app',
      'docs',
      'shop',
    ])
  })

  test('are only those that whoever looks may see', async () => {
    const reader = { sites: ['shop', 'elsewhere'] }
    expect(await sitesToChoose(storeOf('shop', 'docs'), reader, ['docs', 'app'])).toEqual(['shop'])
    expect(await sitesToChoose(storeOf('shop', 'docs'), { sites: [] }, ['docs'])).toEqual([])
  })

  test('are the named ones while the store cannot say', async () => {
    const failing = () => {
      throw new Error('no such store')
    }
    expect(await sitesToChoose(failing, everybody, ['docs'])).toEqual(['docs'])
  })
})

describe('the way to another site', () => {
  const hrefs = (page: 'search' | 'article') =>
    insightsHrefs({
      path: '/insights',
      base: '/api/help',
      page,
      site: 'shop',
      home: 'docs',
      address: {
        site: 'shop',
        lang: 'es',
        days: '7',
        entry: 'direct_link',
        query: 'x',
        article: 'y',
        tab: 'zero',
        of: 'y',
      },
      slice: {},
    })

  test('keeps the page and the period, and leaves what only the first one has', () => {
    expect(hrefs('search').ofSite('other')).toBe('/insights/search?site=other&lang=es&days=7&entry=direct_link')
    expect(hrefs('article').ofSite('other')).toBe('/insights/articles?site=other&lang=es&days=7&entry=direct_link')
  })

  test('names no site where it is that of the app', () => {
    expect(hrefs('search').ofSite('docs')).toBe('/insights/search?lang=es&days=7&entry=direct_link')
  })

  test('goes along to every page and session of the site', () => {
    expect(hrefs('search').to('gaps', { site: 'shop' })).toContain('site=shop')
    expect(hrefs('search').session('1')).toContain('site=shop')
    expect(hrefs('search').changeGap).toBe('/api/help/gaps?site=shop')
  })
})
