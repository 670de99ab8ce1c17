import type { View } from '../view.js'
import { seen } from './seen.js'

/** A query as it is seen. The reports know that of neither letters nor digits as ''. */
export const queryText = (query: string, { words }: Pick<View, 'words'>): string =>
  query === '' ? words.on.search.blank : seen(query)
