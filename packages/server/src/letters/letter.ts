/** The languages that letters are written in. */
export const LETTER_LOCALES = ['en', 'es'] as const
export type LetterLocale = (typeof LETTER_LOCALES)[number]

export const isLetterLocale = (text: string): text is LetterLocale =>
  (LETTER_LOCALES as readonly string[]).includes(text)

/** What is told to people, for whichever form it takes. Names are as readers and authors wrote them. */
export interface Letter {
  readonly locale: LetterLocale
  readonly title: string
  readonly lead: string
  readonly figures: readonly Figure[]
  readonly lists: readonly List[]
  /** Where to read on. */
  readonly link: { readonly text: string; readonly href: string } | null
  readonly foot: string
}

export interface LetterOptions {
  readonly locale: LetterLocale
  /** The address of the dashboard; '' for none. */
  readonly dashboard: string
}

export interface Figure {
  readonly name: string
  /** One of those that sum to the figure above. */
  readonly isPart: boolean
  readonly value: string
  /** Of how many; '' for a count. */
  readonly of: string
  /** Against what was before. */
  readonly change: string
}

export interface List {
  readonly title: string
  /** By which rule things come into it, where the title does not say all. */
  readonly rule?: string
  /** Says so when there are none; a list that is left out then needs no such words. */
  readonly empty?: string
  readonly items: readonly { readonly name: string; readonly note: string }[]
}
