/** Every page, in the order of the navigation; `article` is one of `articles` and has no place there. */
export const PAGES = [
  'overview',
  'sessions',
  'channels',
  'search',
  'gaps',
  'articles',
  'article',
  'suggestions',
  'deflection',
  'performance',
  'live',
  'quality',
  'jobs',
  'settings',
] as const
export type PageId = (typeof PAGES)[number]
