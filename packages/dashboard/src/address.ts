/** What narrows every report down, as reports and addresses name it. */
export const FILTERS = ['entry', 'device', 'channel', 'locale', 'article', 'query'] as const
export type Filter = (typeof FILTERS)[number]

/** What stays when the reader goes to another page: one slice of the help center, seen from all sides. */
export const KEPT_PARAMS = [
  'site',
  'lang',
  'days',
  'from',
  'to',
  'compare',
  'entry',
  'device',
  'channel',
  'locale',
  'article',
  'query',
] as const

/** What only makes sense on the site that it was said of. */
export const SITE_PARAMS = ['locale', 'article', 'query'] as const

/** What one page alone understands: how it is sorted, which of its lists is shown, what it is about. */
export const PAGE_PARAMS = ['sort', 'tab', 'of', 'behind', 'row'] as const

export type AddressParam = (typeof KEPT_PARAMS)[number] | (typeof PAGE_PARAMS)[number]

/** What the address of a page says after its `?`. The same link shows the same to everyone who may read. */
export type Address = Readonly<Partial<Record<AddressParam, string>>>
