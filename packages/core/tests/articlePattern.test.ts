import { expect, test } from '@jest/globals'
import { articlePattern } from '../src/articlePattern.js'

test.each([
  ['/:locale/articles/:slug', '/en/articles/idle', { id: 'idle', lang: 'en' }],
  ['/:locale/articles/:slug', '/en/articles/idle/', { id: 'idle', lang: 'en' }],
  ['/:locale/articles/:slug', '/en/articles', null],
  ['/:locale/articles/:slug', '/en/articles/idle/print', null],
  ['/help/:slug*', '/help/billing/refunds', { id: 'billing/refunds' }],
  ['/help/:section/:slug', '/help/billing/refunds', { id: 'refunds' }],
  ['/a.b/:slug', '/axb/idle', null],
  ['/:locale(en|es)?/articles/:slug', '/articles/idle', { id: 'idle' }],
  ['/:locale(en|es)?/articles/:slug', '/es/articles/idle', { id: 'idle', lang: 'es' }],
  ['/:locale(en|es)?/articles/:slug', '/blog/articles/idle', null],
  ['/help/:locale(en-US|pt-BR)?/articles/:slug*', '/help/pt-BR/articles/a/b', { id: 'a/b', lang: 'pt-BR' }],
  ['/:locale?/articles/:slug', '/articles/idle/', { id: 'idle' }],
  ['/a(b)/:slug', '/a(b)/idle', { id: 'idle' }],
  ['/:locale(en|es)?/', '/', { id: '/' }],
  ['/:locale(en|es)?/', '/faq', null],
  ['/articles/:slug', '/articles/%C3%A1rbol', { id: 'árbol' }],
  ['/articles/:slug', '/articles/%E0%A4%A', { id: '%E0%A4%A' }],
])('%s finds in %s: %j', (pattern, path, article) => {
  expect(articlePattern(pattern)(path)).toEqual(article)
})
