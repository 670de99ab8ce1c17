import type { Digest, DigestRate, Mover, Pair } from './readDigest.js'
import { type DigestLocale, WORDS } from './words.js'

/** A digest in the words of one language, for whichever form it takes. Names are as readers and authors wrote them. */
export interface Letter {
  readonly locale: DigestLocale
  readonly title: string
  readonly lead: string
  readonly figures: readonly Figure[]
  readonly lists: readonly List[]
  /** Where to read on. */
  readonly link: { readonly text: string; readonly href: string } | null
  readonly foot: string
}

export interface Figure {
  readonly name: string
  /** One of those that sum to the figure above. */
  readonly isPart: boolean
  readonly value: string
  /** Of how many; '' for a count. */
  readonly of: string
  /** Against the week before. */
  readonly change: string
}

export interface List {
  readonly title: string
  /** Says so when there are none. */
  readonly empty: string
  readonly items: readonly { readonly name: string; readonly note: string }[]
}

export interface LetterOptions {
  readonly locale: DigestLocale
  /** The address of the dashboard; '' for none. */
  readonly dashboard: string
}

export function letterOf(digest: Digest, { locale, dashboard }: LetterOptions): Letter {
  const words = WORDS[locale]
  const format = formatsOf(locale)
  const { site, tz, week, sessions, entries, rates, gaps, toMend, movers } = digest
  const count = (name: string, { now, before }: Pair<number>, isPart: boolean): Figure => ({
    name,
    isPart,
    value: format.count(now),
    of: '',
    change: before === 0 ? words.noneBefore : format.ratio((now - before) / before),
  })
  const rate = (of: DigestRate): Figure => {
    const { now, before } = rates[of]
    const known = now.rate !== null && before.rate !== null
    return {
      name: words.rate[of],
      isPart: false,
      value: now.rate === null ? '–' : format.share(now.rate),
      of: words.of(format.count(now.n)),
      change: known ? words.points(format.points(100 * (now.rate - before.rate))) : words.noneBefore,
    }
  }
  const moved = ({ article, opens }: Mover) => ({
    name: article,
    note: words.moved(format.count(opens.now), format.count(opens.before)),
  })
  return {
    locale,
    title: words.title(site),
    lead: words.lead(format.week(week.from, week.to), tz),
    figures: [
      count(words.sessions, sessions, false),
      ...(Object.keys(entries) as (keyof typeof entries)[]).map((entry) =>
        count(words.entry[entry], entries[entry], true),
      ),
      rate('success'),
      rate('found'),
      rate('helpfulness'),
      rate('contact'),
    ],
    lists: [
      {
        ...words.gaps,
        items: gaps.map(({ query, failed }) => ({
          name: query,
          note: words.failed(format.count(Math.round(failed.rate! * failed.n)), format.count(failed.n)),
        })),
      },
      {
        ...words.toMend,
        items: toMend.map(({ article, failed }) => ({
          name: article,
          note: words.failed(format.count(Math.round(failed.rate! * failed.n)), format.count(failed.n)),
        })),
      },
      { ...words.movers, items: movers.map(moved) },
    ],
    link: dashboard === '' ? null : { text: words.readOn, href: addressOf(dashboard, digest) },
    foot: digest.synthetic ? words.synthetic : words.foot,
  }
}

/** The dashboard's overview of that week; its dates are both part of it. */
function addressOf(dashboard: string, { week }: Digest): string {
  const address = new URL(dashboard)
  const last = new Date(Date.parse(week.to) - 1).toISOString().slice(0, 10)
  address.searchParams.set('from', week.from)
  address.searchParams.set('to', last)
  return address.href
}

function formatsOf(locale: DigestLocale) {
  const tag = LANGUAGE_TAG[locale]
  const number = (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options).format
  const days = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return {
    count: number(),
    share: number({ style: 'percent', maximumFractionDigits: 0 }),
    ratio: number({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    points: number({ maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    week: (from: string, to: string) => days.formatRange(Date.parse(from), Date.parse(to) - 1),
  }
}

/** Day before month in both languages: `en` alone would mean the United States. */
const LANGUAGE_TAG: Readonly<Record<DigestLocale, string>> = { en: 'en-GB', es: 'es' }
