import { expect, test } from '@jest/globals'
import { listArticles, relatedArticles } from '../../lib/articles'
import { readDocument } from '../../lib/markdown/headings'

const [english, spanish] = [listArticles('en'), listArticles('es')]
const slugs = new Set(english.map(({ slug }) => slug))

test('every article exists in both languages, on the same shelf', () => {
  const shelf = ({ slug, category, order, related }: (typeof english)[number]) => ({ slug, category, order, related })
  expect(english.length).toBeGreaterThanOrEqual(12)
  expect(spanish.map(shelf)).toEqual(english.map(shelf))
})

test.each([...english, ...spanish])('$locale/$slug leads to articles that exist', (article) => {
  const linked = [...article.body.matchAll(/\]\(([\w-]+)\.md[#)]/g)].map(([, slug]) => slug!)
  expect([...linked, ...article.related].filter((slug) => !slugs.has(slug))).toEqual([])
  expect(relatedArticles(article, 3)).toHaveLength(3)
})

test.each([...english, ...spanish])('$locale/$slug has sections and no second title', ({ body, description }) => {
  const depths = [...readDocument(body).headings.values()].map(({ depth }) => depth)
  expect(depths).toContain(2)
  expect(depths).not.toContain(1)
  expect(description.length).toBeLessThanOrEqual(150)
})
