import fc from 'fast-check'

/** What a reader does in a tab, after so many ms. */
export interface Deed {
  readonly tab: number
  readonly afterMs: number
  readonly does:
    | 'open'
    | 'reload'
    | 'back'
    | 'read'
    | 'search'
    | 'leave'
    | 'see'
    | 'vote'
    | 'contact'
    | 'offer'
    | 'submit'
    | 'lose'
    | 'vital'
  readonly article: string
  readonly query: string
  /** Which of the reader's earlier searches an opening follows; none when there are fewer. */
  readonly follows: number
  readonly number: number
}

export const SECOND = 1_000
export const MINUTE: number = 60 * SECOND
/** Around every bound that a definition has. */
const BOUNDS = [10 * SECOND, 30 * SECOND, 2 * MINUTE, 5 * MINUTE, 30 * MINUTE, 24 * 60 * MINUTE]

const deed: fc.Arbitrary<Deed> = fc.record({
  tab: fc.constantFrom(0, 0, 0, 0, 1, 2),
  afterMs: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 * SECOND }) },
    { weight: 1, arbitrary: fc.constantFrom(...BOUNDS.flatMap((ms) => [ms, ms, ms + 1])) },
  ),
  does: fc.constantFrom(
    ...Array<'open'>(6).fill('open'),
    'reload',
    'back',
    ...Array<'read'>(4).fill('read'),
    ...Array<'search'>(5).fill('search'),
    'leave',
    'see',
    'vote',
    'contact',
    'contact',
    'contact',
    'offer',
    'offer',
    'offer',
    'submit',
    'lose',
    'vital',
    'vital',
    'vital',
  ),
  article: fc.constantFrom('install', 'tabs', 'consent'),
  query: fc.constantFrom('tabs', 'Tabs!', '  TABS ', 'consent', 'ｃｏｎｓｅｎｔ', 'año', 'a-b', '???'),
  follows: fc.constantFrom(0, 0, 0, 1, 2),
  number: fc.nat(1_000),
})

/** Who is about to ask, is offered articles, opens one, and may still ask: by chance hardly anybody would come so far. */
const asking = fc
  .tuple(deed, deed, deed, deed)
  .map(([starts, offers, opens, last]): Deed[] => [
    { ...starts, does: 'contact' },
    { ...offers, does: 'offer', tab: starts.tab, number: starts.number },
    { ...opens, does: 'open' },
    last.number % 2 === 0 ? { ...last, does: 'submit', tab: starts.tab } : last,
  ])
/** What one reader does, one thing after another. */
export const deeds: fc.Arbitrary<Deed[]> = fc
  .array(fc.oneof({ weight: 8, arbitrary: deed.map((one) => [one]) }, { weight: 1, arbitrary: asking }), {
    minLength: 1,
    maxLength: 25,
    size: 'max',
  })
  .map((done) => done.flat())
