/** What followed a session, as far as the help desk knows; confirmed is a part of potential. */
export const FOLLOWED = ['confirmed', 'potential', 'none'] as const
export type Followed = (typeof FOLLOWED)[number]
