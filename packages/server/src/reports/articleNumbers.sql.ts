interface Grouped {
  /** What a row is about, a column of openings and of votes. */
  readonly by: 'article_id' | 'article_rev'
  /** The column that says which opening counts for its session. */
  readonly view: 'is_first' | 'is_first_of_rev'
  /** Which openings and votes. */
  readonly where?: string
}

/** What came of the openings, and how readers voted, one row for each article or for each revision, the last first. */
export const articleNumbersSql = ({ by, view, where = 'true' }: Grouped): string => `
with opened as (
  select
    o.${by} as name,
    min(o."at") as first_at,
    count(*) as opens,
    count(*) filter (where o.${view}) as session_views,
    count(*) filter (where o.read) as reads,
    count(*) filter (where o.quick_exit) as quick_exits,
    count(*) filter (where o.is_last) as last_in_session,
    count(*) filter (where o.searched_again) as searched_again,
    count(*) filter (where o.${view} and o.contact_after) as contacted,
    count(*) filter (where o.failed) as failed,
    bool_or(o.synthetic) as synthetic
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where ${where}
  group by o.${by}
),
voted as (
  select
    o.${by} as name,
    count(*) filter (where o.value = 1) as up,
    count(*) filter (where o.value = -1) as down
  from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where o.is_last and ${where}
  group by o.${by}
)
select o.*, coalesce(v.up, 0) as up, coalesce(v.down, 0) as down
from opened o
left join voted v on v.name = o.name
order by o.first_at desc, o.name`

/** How long and how far those with these names were read: what has to be put in order takes long, so only what is shown. */
export const articleReadingSql = ({ by, where = 'true' }: Pick<Grouped, 'by' | 'where'>): string => `
select
  o.${by} as name,
  median(o.engaged_ms) as engaged_median_ms,
  quantile_disc(o.engaged_ms, 0.75) as engaged_p75_ms,
  median(o.scroll) as scroll_median
from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
where ${where} and o.${by} in (select unnest($names::varchar[]))
group by o.${by}`
