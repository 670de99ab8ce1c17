import { dashboardLink } from '../letters/dashboardLink.js'
import type { Letter, LetterOptions, List } from '../letters/letter.js'
import { letterFormats } from '../letters/letterFormats.js'
import { saidQuery } from '../letters/saidQuery.js'
import type { Alerts } from './readAlerts.js'
import { ALERT_BOUNDS, type VitalRegression } from './rules.js'
import { WORDS } from './words.js'

/** What the rules found in the words of one language; null when none fired. */
export function alertLetter(alerts: Alerts, { locale, dashboard }: LetterOptions): Letter | null {
  const words = WORDS[locale]
  const { count, share, plain, days } = letterFormats(locale)
  const { site, tz, from, to, zeroResultSurge: surge, helpfulnessDrops, newNotFound, vitalRegressions } = alerts
  const measured = ({ metric }: VitalRegression, value: number) =>
    metric === 'CLS' ? plain(value) : `${count(Math.round(value))} ms`
  const fired: readonly List[] = [
    {
      title: words.surge.title,
      rule: words.surge.rule(plain(ALERT_BOUNDS.surge), count(ALERT_BOUNDS.searches)),
      items: surge
        ? [
            {
              name: words.allSearches,
              note: words.surgeNote(share(surge.now.rate!), count(surge.now.n), share(surge.before.rate!)),
            },
            ...surge.queries.map(({ query, zero, known }) => ({
              name: saidQuery(query, locale),
              note: words.zeroNote(count(zero), count(known)),
            })),
          ]
        : [],
    },
    {
      title: words.drops.title,
      rule: words.drops.rule(count(ALERT_BOUNDS.votes)),
      items: helpfulnessDrops.map(({ article, now, before }) => ({
        name: article,
        note: words.dropNote(share(now.rate!), count(now.n), share(before.rate!), count(before.n)),
      })),
    },
    {
      title: words.notFound.title,
      rule: words.notFound.rule(count(ALERT_BOUNDS.notFound)),
      items: newNotFound.map(({ page, referrer, times }) => ({
        name: page,
        note: referrer ? words.notFoundNote(count(times), referrer) : words.notFoundUnsaid(count(times)),
      })),
    },
    {
      title: words.slower.title,
      rule: words.slower.rule(plain(ALERT_BOUNDS.slower), count(ALERT_BOUNDS.views)),
      items: vitalRegressions.map((vital) => ({
        name: vital.article,
        note: words.slowerNote(
          vital.metric,
          words.navigation[vital.navigation],
          measured(vital, vital.now),
          measured(vital, vital.before),
        ),
      })),
    },
  ]
  const lists = fired.filter(({ items }) => items.length > 0)
  if (lists.length === 0) return null
  return {
    locale,
    title: words.title(site),
    lead: words.lead(days(from, to), tz),
    figures: [],
    lists,
    link: dashboard === '' ? null : { text: words.readOn, href: dashboardLink(dashboard, { from, to }) },
    foot: words.foot,
  }
}
