/** The shelves of the help center, in the order in which a newcomer meets them. */
export const CATEGORIES = ['start', 'counting', 'privacy', 'operate', 'reference'] as const
export type Category = (typeof CATEGORIES)[number]

export function isCategory(text: unknown): text is Category {
  return (CATEGORIES as readonly unknown[]).includes(text)
}
