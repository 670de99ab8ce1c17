interface Grouped {
  /** What a row is about, a column of openings `o` and of votes. */
  readonly name: 'article_id' | 'article_rev'
  /** Which rows there are. */
  readonly groups: string
  /** How many openings count for their session, of those with a condition. */
  readonly views: (condition: string) => string
  /** Columns beside the counts. */
  readonly more?: string
  /** Which openings and votes. */
  readonly where?: string
}

/** How long and how far it was read. To put all in order takes long, so only for what is shown. */
export const readingColumns = `median(o.engaged_ms) as engaged_median_ms,
    quantile_disc(o.engaged_ms, 0.75) as engaged_p75_ms,
    median(o.scroll) as scroll_median`

/** What came of the openings, and how readers voted, the last first. */
export const articleNumbersSql = ({ name, groups, views, more = '', where = 'true' }: Grouped): string => `
with opened as (
  select
    o.${name} as name,
    min(o."at") as first_at,
    count(*) as opens,
    ${views('true')} as session_views,
    count(*) filter (where o.read) as reads,
    count(*) filter (where o.quick_exit) as quick_exits,
    count(*) filter (where o.is_last) as last_in_session,
    count(*) filter (where o.searched_again) as searched_again,
    ${views('o.contact_after')} as contacted,
    count(*) filter (where o.failed) as failed,
    ${more}
    bool_or(o.synthetic) as synthetic
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where ${where}
  group by ${groups}
),
voted as (
  select
    o.${name} as name,
    count(*) filter (where o.value = 1) as up,
    count(*) filter (where o.value = -1) as down
  from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where o.is_last and ${where}
  group by ${groups}
)
select o.*, coalesce(v.up, 0) as up, coalesce(v.down, 0) as down
from opened o
left join voted v on v.name is not distinct from o.name
order by o.first_at desc, o.name nulls first`
