import { describe, expect, test } from '@jest/globals'
import { listArticles } from '../../lib/articles'
import { LOCALES } from '../../lib/locales'
import { findArticles, indexArticles, readIndex, writeIndex } from '../../lib/search'
import { searchableArticle } from '../../lib/searchableArticle'

const indexOf = (locale: (typeof LOCALES)[number]) =>
  readIndex(writeIndex(indexArticles(listArticles(locale).map(searchableArticle))))
const [english, spanish] = [indexOf('en'), indexOf('es')]
const best = (index: typeof english, query: string) => findArticles(index, query)[0]?.id

describe('the search of the help center', () => {
  test.each([
    ['consent', 'consent'],
    ['CONSENT', 'consent'],
    ['consnet', 'consent'],
    ['conse', 'consent'],
    ['privacy notice', 'law'],
    ['serverless', 'serverless'],
    ['nginx', 'proxies'],
    ['ad blocker', 'ad-blockers'],
    ['plausible', 'from-plausible'],
  ])('finds the article that "%s" means', (query, id) => {
    expect(best(english, query)).toBe(id)
  })

  test.each([
    ['dashbaord', 'dashboard'],
    ['sugested artcles', 'suggested-articles'],
    ['instal', 'install'],
  ])('forgives typos: "%s"', (query, id) => {
    expect(findArticles(english, query).map((article) => article.id)).toContain(id)
  })

  test('does not mind accents, written or left out', () => {
    const withAccents = findArticles(spanish, 'sesión').map(({ id }) => id)
    expect(withAccents).toContain('what-is-a-session')
    expect(findArticles(spanish, 'sesion').map(({ id }) => id)).toEqual(withAccents)
  })

  test('finds nothing in nonsense, and nothing in nothing', () => {
    expect(findArticles(english, 'qqzzxxyy')).toEqual([])
    expect(findArticles(english, '  ')).toEqual([])
  })

  test.each(LOCALES)('finds every article of "%s" by its title', (locale) => {
    const index = indexOf(locale)
    for (const { slug, title } of listArticles(locale)) {
      expect(findArticles(index, title).map(({ id }) => id)).toContain(slug)
    }
  })
})
