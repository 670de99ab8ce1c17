import { describe, expect, test } from '@jest/globals'
import { addressOf, doneIn } from '../../src/dashboard/addressOf.js'
import { insightsHrefs, pageAt } from '../../src/dashboard/hrefs.js'

const hrefs = insightsHrefs({
  path: '/docs/help-insights',
  page: 'search',
  base: '/docs/api/help',
  site: 'docs',
  home: 'docs',
  address: { lang: 'es', days: '7', entry: 'direct_link', tab: 'zero', sort: '-ctr' },
  slice: { site: 'docs', tz: 'UTC', from: 'a', to: 'b', entry: 'direct_link' },
})

describe('a link to another page', () => {
  test('keeps the slice, and leaves behind what only this page understood', () => {
    const address = { lang: 'es', days: '7', entry: 'direct_link', tab: 'zero', sort: '-ctr' }
    expect(hrefs.to('articles', address)).toBe('/docs/help-insights/articles?lang=es&days=7&entry=direct_link')
  })

  test('says what is new for that page', () => {
    expect(hrefs.to('article', { of: 'a/b & c' })).toBe(
      '/docs/help-insights/article?lang=es&days=7&entry=direct_link&of=a%2Fb+%26+c',
    )
  })

  test('names the article whose number it looks behind', () => {
    const address = { of: 'install', tab: 'x' }
    const ofArticle = insightsHrefs({
      path: '',
      page: 'article',
      base: '',
      site: 'docs',
      home: 'docs',
      address,
      slice: {},
    })
    const changes = { ...address, behind: 'article.read', row: 'r1' }
    expect(ofArticle.to('sessions', changes)).toBe('/sessions?of=install&behind=article.read&row=r1')
    expect(ofArticle.to('articles', address)).toBe('/articles')
  })

  test('takes away what is said to be empty', () => {
    expect(hrefs.to('overview', { entry: '' })).toBe('/docs/help-insights?lang=es&days=7')
  })
})

test('a link to the same page keeps what that page understands', () => {
  expect(hrefs.to('search', { tab: 'zero', sort: 'ctr' })).toBe(
    '/docs/help-insights/search?lang=es&days=7&entry=direct_link&tab=zero&sort=ctr',
  )
})

test('a session keeps the slice too', () => {
  expect(hrefs.session('019a')).toBe('/docs/help-insights/sessions/019a?lang=es&days=7&entry=direct_link')
})

test('a file is the same report over the same slice, where the reports live', () => {
  expect(hrefs.csv('gaps', { limit: '50' })).toBe(
    '/docs/api/help/reports/gaps?site=docs&tz=UTC&from=a&to=b&entry=direct_link&limit=50&format=csv',
  )
})

test('where addresses end with a slash, these do, so that no link is sent on and no form is sent twice', () => {
  const slashed = insightsHrefs({
    path: '/docs/help-insights/',
    base: '/docs/api/help/',
    page: 'jobs',
    site: 'docs',
    home: 'docs',
    address: {},
    slice: { site: 'docs' },
  })
  const { to, session, job, exportFile, changeGap, live, csv } = slashed
  const all = [
    to('overview'),
    to('articles'),
    session('019a'),
    job('import'),
    exportFile(3),
    changeGap,
    live,
    csv('gaps'),
  ]
  expect(all.map((href) => href.split('?')[0])).toEqual([
    '/docs/help-insights/',
    '/docs/help-insights/articles/',
    '/docs/help-insights/sessions/019a/',
    '/docs/api/help/imports/',
    '/docs/api/help/exports/3/file/',
    '/docs/api/help/gaps/',
    '/docs/api/help/live/',
    '/docs/api/help/reports/gaps/',
  ])
})

test('every page has a path of its own, and no other path is a page', () => {
  expect([pageAt([]), pageAt(['content-gaps']), pageAt(['data-quality'])]).toEqual(['overview', 'gaps', 'quality'])
  expect([pageAt(['gaps']), pageAt(['search', 'x']), pageAt(['__proto__'])]).toEqual([undefined, undefined, undefined])
})

test('of the search parameters only those that a page understands are read, of repeated ones the first, and no more than is needed', () => {
  const read = addressOf({ days: ['7', '30'], entry: 'x'.repeat(600), evil: '1', lang: '', constructor: 'x' })
  expect(read).toEqual({ days: '7', entry: 'x'.repeat(500) })
})

test('what goes on is told over the same slice, whatever its period', () => {
  expect(hrefs.live).toBe('/docs/api/help/live?site=docs&tz=UTC&entry=direct_link&limit=50')
})

test('a change of a gap is one of this site', () => {
  expect(hrefs.changeGap).toBe('/docs/api/help/gaps?site=docs')
})

test('what came of a change is no part of the address, so that no link carries it on', () => {
  const search = { done: ['7', '8'], tab: 'planned' }
  expect([doneIn(search), doneIn({}), addressOf(search)]).toEqual(['7', null, { tab: 'planned' }])
})
