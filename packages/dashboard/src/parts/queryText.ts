import type { View } from '../view.js'

/** A query as it is seen: one of joiners or marks alone would be a gap in the line. */
export const queryText = (query: string, { words }: Pick<View, 'words'>): string =>
  CAN_BE_SEEN.test(query) ? query : words.on.search.blank

const CAN_BE_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u
