import { VITAL_LIMITS } from './vitalLimits.js'

/**
 * One row for each of the $limit articles with most page views and each kind of navigation, with p75 by nearest rank, the
 * sizes and the good and poor of each vital.
 */
export const vitalsSql: string = `
with shown as (
  select v.article_id, count(*) as views
  from chosen_page_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  group by v.article_id
  order by views desc, v.article_id
  limit $limit
)
select
  v.article_id as article,
  v.navigation,
  ${Object.entries(VITAL_LIMITS)
    .map(([metric, limits]) => numbersOf(metric.toLowerCase(), limits))
    .join(',\n  ')},
  bool_or(v.synthetic) as synthetic
from chosen_page_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
join shown s on s.article_id = v.article_id
group by v.article_id, v.navigation
order by any_value(s.views) desc, v.article_id, v.navigation`

function numbersOf(vital: string, { good, poor }: { readonly good: number; readonly poor: number }): string {
  return `quantile_disc(v.${vital}, 0.75) as ${vital}_p75,
  count(v.${vital}) as ${vital}_n,
  count(*) filter (where v.${vital} <= ${good}) as ${vital}_good,
  count(*) filter (where v.${vital} > ${poor}) as ${vital}_poor`
}

/** What came of openings, by the largest paint that was measured of them first. One article, or with '' all. */
export const speedSql = `
with rated as (
  select
    o.lcp_navigation as navigation,
    case when o.lcp <= $good then 'good' when o.lcp <= $poor then 'needs_improvement' else 'poor' end as speed,
    o.read,
    o.quick_exit
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where o.lcp is not null and $of in ('', o.article_id)
)
select
  r.navigation,
  r.speed,
  count(*) as opens,
  count(*) filter (where r.read) as reads,
  count(*) filter (where r.quick_exit) as quick_exits
from rated r
group by r.navigation, r.speed
order by r.navigation, r.speed`
