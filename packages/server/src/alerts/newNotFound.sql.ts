/** Pages that readers did not find from $from on, by a link of a host that had not led there since $before. */
export const newNotFoundSql = `
with known as (
  select distinct b.page, b.referrer
  from events b
  where b.site = $site and b.label = ''
    and b.name = 'help.error.not_found'
    and b."at" >= $before and b."at" < $from
)
select e.page, e.referrer, count(*) as times
from events e
anti join known k on k.page = e.page and k.referrer = e.referrer
where e.site = $site and e.label = ''
  and e.name = 'help.error.not_found'
  and e."at" >= $from and e."at" < $to
group by e.page, e.referrer
having count(*) >= $fewest
order by times desc, e.page, e.referrer
limit $limit`
