/** One row an interval, those without events too. */
export const ledgerSql = `
with booked as (
  select i.start, l.*
  from ledger l
  join interval_of($starts::bigint[], $to) i on i.quarter = l.slot // 900000
  where l.site = $site and l.slot >= $from and l.slot < $to
)
select
  i.start,
  coalesce(sum(b.received), 0) as received,
  coalesce(sum(b.accepted), 0) as accepted,
  coalesce(sum(b.duplicate), 0) as duplicate,
  coalesce(sum(b.late), 0) as late,
  coalesce(sum(b.bot), 0) as bot,
  coalesce(sum(b.test), 0) as test,
  coalesce(sum(b.consent_missing), 0) as consent_missing,
  coalesce(sum(b.invalid), 0) as invalid,
  coalesce(sum(b.over_limit), 0) as over_limit,
  coalesce(sum(b.dropped), 0) as dropped,
  coalesce(sum(b.refused), 0) as refused,
  coalesce(bool_or(b.synthetic), false) as synthetic
from (select unnest($starts::bigint[]) as start) i
left join booked b on b.start = i.start
group by i.start
order by i.start`

export const reasonsSql = `
select l.outcome, l.reason, count(*) as events
from ledger_events l
where l.site = $site
  and l.outcome <> 'duplicate'
  and l.received_at >= $from and l.received_at < $to
group by l.outcome, l.reason
order by events desc, l.outcome, l.reason
limit $limit`
