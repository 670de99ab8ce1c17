/** How much a folder's name tells that help articles are below it, 1 to 5. */
export const HELP_WORDS: Readonly<Record<string, number>> = {
  ...every(5, ['articles', 'article', 'articulos', 'articulo']),
  ...every(4, ['docs', 'doc', 'documentation', 'documentacion', 'help', 'ayuda', 'help-center', 'helpcenter']),
  ...every(4, ['help-centre', 'centro-de-ayuda', 'kb', 'knowledge-base', 'knowledgebase', 'knowledge']),
  ...every(3, ['support', 'soporte', 'guides', 'guide', 'guias', 'guia', 'faq', 'faqs', 'wiki', 'manual']),
  ...every(3, ['handbook', 'learn', 'how-to', 'howto', 'tutorials', 'preguntas-frecuentes']),
}

/** Below these are other things than help articles. */
export const OTHER_WORDS: ReadonlySet<string> = new Set(
  [
    ['api', 'blog', 'news', 'changelog', 'releases', 'jobs', 'careers', 'legal', 'search', 'contact', 'tickets'],
    ['categories', 'category', 'categorias', 'tags', 'tag', 'topics', 'collections', 'authors', 'author'],
    ['products', 'product', 'shop', 'cart', 'checkout', 'orders', 'users', 'user', 'u', 'profile', 'account'],
    ['auth', 'login', 'signup', 'admin', 'dashboard', 'settings', 'help-insights', 'studio', 'keystatic'],
  ].flat(),
)

/** A last parameter of these names is a list of articles. */
export const LIST_PARAMETERS: ReadonlySet<string> = new Set([
  'category',
  'categoria',
  'section',
  'collection',
  'topic',
  'tag',
  'author',
  'version',
  'page',
  'rest',
])

/** Parameters of these names are the language. */
export const LOCALE_PARAMETERS: ReadonlySet<string> = new Set(['locale', 'lang', 'language', 'lng', 'idioma'])

function every(weight: number, words: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.map((word) => [word, weight]))
}
