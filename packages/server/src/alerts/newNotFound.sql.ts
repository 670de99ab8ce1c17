/** Pages that readers did not find from $from on, by a link of a host that had not led there since $before. */
export const newNotFoundSql = `
select e.page, e.referrer, count(*) as times
from events e
where e.site = $site and e.label = ''
  and e.name = 'help.error.not_found'
  and e."at" >= $from and e."at" < $to
  and not exists (
    select 1
    from events b
    where b.site = $site and b.label = ''
      and b.name = 'help.error.not_found'
      and b.page = e.page and b.referrer = e.referrer
      and b."at" >= $before and b."at" < $from
  )
group by e.page, e.referrer
having count(*) >= $fewest
order by times desc, e.page, e.referrer
limit $limit`
