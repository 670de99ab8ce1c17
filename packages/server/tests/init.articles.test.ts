import { describe, expect, test } from '@jest/globals'
import { guessArticles, guessHome, sureGuess } from '../src/init/guessArticles.js'
import { routesOf } from '../src/init/routes.js'

const routes = (...files: readonly string[]) =>
  routesOf({ files: new Map(files.map((file) => [file, ''])), app: 'app', pages: 'pages' } as never)
const patterns = (...files: readonly string[]) => guessArticles(routes(...files)).map(({ pattern }) => pattern)
const sure = (...files: readonly string[]) => sureGuess(guessArticles(routes(...files)))?.pattern ?? null

describe('where articles live, by the folders of the routes', () => {
  test.each([
    ['app/articles/[slug]/page.tsx', '/articles/:slug'],
    ['app/[lang]/(site)/help/[category]/[slug]/page.js', '/:locale/help/:category/:slug'],
    ['app/docs/[...slug]/page.mdx', '/docs/:slug*'],
    ['app/docs/[[...mdx-path]]/page.tsx', '/docs/:mdx_path*'],
    ['app/kb/@main/[id]/page.tsx', '/kb/:id'],
    ['pages/ayuda/[slug].tsx', '/ayuda/:slug'],
    ['pages/docs/[slug]/index.page.tsx', '/docs/:slug'],
  ])('%s', (file, pattern) => {
    expect(sure(file)).toBe(pattern)
  })

  test('several pages of Markdown below a folder of help are articles, one is not', () => {
    const pages = ['app/docs/install/page.mdx', 'app/docs/use/search/page.mdx', 'app/docs/page.mdx']
    expect(sure(...pages)).toBe('/docs/:slug*')
    expect(patterns(pages[0]!)).toEqual([])
  })

  test.each([
    'app/blog/[slug]/page.tsx',
    'app/docs/tags/[tag]/page.tsx',
    'app/docs/[category]/page.tsx',
    'app/[locale]/page.tsx',
    'app/docs/page.tsx',
    'app/docs/[slug]/route.ts',
    'app/docs/_parts/[slug]/page.tsx',
    'app/docs/(.)[slug]/page.tsx',
    'app/docs/[slug]/edit/page.tsx',
    'pages/api/docs/[slug].ts',
  ])('%s is no page for each article', (file) => {
    expect(patterns(file)).toEqual([])
  })

  test('the likeliest comes first, and what no name speaks for is never taken alone', () => {
    expect(patterns('app/[slug]/page.tsx', 'app/guides/[slug]/page.tsx', 'app/articles/[slug]/page.tsx')).toEqual([
      '/articles/:slug',
      '/guides/:slug',
      '/:slug',
    ])
    expect(sure('app/[slug]/page.tsx')).toBeNull()
    expect(sure('app/docs/[slug]/page.tsx', 'app/help/[slug]/page.tsx')).toBeNull()
    expect(sure('app/docs/[slug]/page.tsx', 'app/guides/[slug]/page.tsx')).toBe('/docs/:slug')
  })

  test('the home page is that of the language, when articles are below it', () => {
    const home = routes('app/[lang]/page.tsx')
    expect(guessHome('/:locale/docs/:slug', home)).toBe('/:locale')
    expect(guessHome('/docs/:slug', home)).toBeUndefined()
    expect(guessHome('/:locale/docs/:slug', routes('app/page.tsx'))).toBeUndefined()
  })
})
