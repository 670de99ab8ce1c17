import { dashboardLink } from '../letters/dashboardLink.js'
import type { Figure, Letter, LetterOptions } from '../letters/letter.js'
import { letterFormats } from '../letters/letterFormats.js'
import type { Pair } from '../letters/pair.js'
import { saidQuery } from '../letters/saidQuery.js'
import type { Rate } from '../reports/rates.js'
import type { Digest, DigestRate, Mover } from './readDigest.js'
import { type DigestWords, WORDS } from './words.js'

/** A digest in the words of one language. */
export function digestLetter(digest: Digest, { locale, dashboard }: LetterOptions): Letter {
  const words = WORDS[locale]
  const format = letterFormats(locale)
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
  const failedOf = ({ rate, n }: Rate) => words.failed(format.count(Math.round(rate! * n)), format.count(n))
  const moved = ({ article, opens }: Mover) => ({
    name: article,
    note: words.moved(format.count(opens.now), format.count(opens.before)),
  })
  return {
    locale,
    title: words.title(site),
    lead: words.lead(format.days(week.from, week.to), tz),
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
        items: gaps.map(({ query, failed }) => ({ name: saidQuery(query, locale), note: failedOf(failed) })),
      },
      { ...words.toMend, items: toMend.map(({ article, failed }) => ({ name: article, note: failedOf(failed) })) },
      { ...words.movers, items: movers.map(moved) },
    ],
    link: dashboard === '' ? null : { text: words.readOn, href: dashboardLink(dashboard, week) },
    foot: footOf(digest, words),
  }
}

function footOf({ synthetic, imported }: Digest, words: DigestWords): string {
  if (synthetic) return words.synthetic
  return imported ? words.imported : words.foot
}
