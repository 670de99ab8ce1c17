/**
 * What reports count, one row for each opening of an article, each search, vote, contact, list of suggestions seen,
 * suggestion opened and page view measured, and what came of each session.
 * All can be made anew from `events` at any time: they are folded from the events of whole tabs, and `touched` says which
 * tabs have to be folded again. `counts_at` is when the session began, for what lies in none its own time: a session and
 * all in it belong to one day. So it is with `locale` and `device`: filters choose sessions whole.
 */
export const factsSchemaSql: readonly string[] = [
  `
create table opens (
  id uuid not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  "at" bigint not null,
  seq integer not null,
  article_id varchar not null,
  article_rev varchar not null,
  locale varchar not null,
  device varchar not null,
  entry varchar not null,
  via varchar not null,
  query_id uuid,
  list_id varchar not null,
  algorithm varchar not null,
  position integer,
  words integer,
  engaged_ms integer,
  scroll utinyint not null,
  read boolean not null,
  quick_exit boolean not null,
  next varchar not null,
  next_article varchar not null,
  next_via varchar not null,
  opened_from uuid,
  is_first boolean not null,
  is_first_of_rev boolean not null,
  is_last boolean not null,
  searched_again boolean not null,
  contact_after boolean not null,
  failed boolean not null,
  lcp double,
  lcp_navigation varchar not null,
  synthetic boolean not null
)`,
  `
create table searches (
  id uuid not null,
  query_id uuid not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  "at" bigint not null,
  seq integer not null,
  query varchar not null,
  results integer,
  latency_ms integer,
  filtered boolean not null,
  locale varchar not null,
  device varchar not null,
  clicks integer not null,
  entered integer not null,
  positions integer[] not null,
  first_position integer,
  clicked_after_ms bigint,
  refined_to varchar not null,
  is_again boolean not null,
  is_last boolean not null,
  failed_by utinyint,
  succeeded boolean not null,
  next varchar not null,
  next_article varchar not null,
  next_via varchar not null,
  synthetic boolean not null
)`,
  `
create table orphan_searches (
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  locale varchar not null,
  device varchar not null,
  query varchar not null,
  synthetic boolean not null
)`,
  `
create table votes (
  id uuid not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  "at" bigint not null,
  article_id varchar not null,
  article_rev varchar not null,
  locale varchar not null,
  device varchar not null,
  value tinyint not null,
  reason varchar not null,
  comment varchar not null,
  is_last boolean not null,
  synthetic boolean not null
)`,
  `
create table contacts (
  id uuid not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  "at" bigint not null,
  seq integer not null,
  locale varchar not null,
  device varchar not null,
  step varchar not null,
  method varchar not null,
  form_id varchar not null,
  offered varchar[],
  ticket varchar not null,
  synthetic boolean not null
)`,
  `
create table suggestion_views (
  id uuid not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  "at" bigint not null,
  seq integer not null,
  article_id varchar not null,
  locale varchar not null,
  device varchar not null,
  list_id varchar not null,
  algorithm varchar not null,
  items integer not null,
  synthetic boolean not null
)`,
  `
create table suggestion_clicks (
  view_id uuid,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  article_id varchar not null,
  locale varchar not null,
  device varchar not null,
  list_id varchar not null,
  algorithm varchar not null,
  items integer,
  position integer,
  read boolean not null,
  synthetic boolean not null
)`,
  `
create table page_views (
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_id uuid,
  session_entry varchar not null,
  counts_at bigint not null,
  article_id varchar not null,
  locale varchar not null,
  device varchar not null,
  navigation varchar not null,
  lcp double,
  inp double,
  cls double,
  fcp double,
  ttfb double,
  synthetic boolean not null
)`,
  `
create table outcomes (
  session_id uuid not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  session_entry varchar not null,
  counts_at bigint not null,
  article_id varchar not null,
  via varchar not null,
  locale varchar not null,
  device varchar not null,
  duration_ms bigint not null,
  articles integer not null,
  acts integer not null,
  searched boolean not null,
  read boolean not null,
  ended_well boolean not null,
  contact_started boolean not null,
  contacted boolean not null,
  synthetic boolean not null
)`,
  `
create table touched (
  tab_id uuid not null
)`,
  // A store from before has its facts still to be folded.
  `
insert into touched
select distinct e.tab_id
from events e
where e.label = ''`,
]

export const touchArrivedSql = `
insert into touched
select distinct a.tab_id
from arrived a
where a.label = ''`

export const touchVisitorSql = `
insert into touched
select distinct e.tab_id
from events e
where e.visitor_id = $visitor::uuid`

export const touchBeforeSql = `
insert into touched
select distinct e.tab_id
from events e
where e."at" < $before`

/** At once, whatever is folded when. */
export const eraseFactsSql: readonly string[] = [
  'delete from opens o where o.visitor_id = $visitor::uuid',
  'delete from searches s where s.visitor_id = $visitor::uuid',
  'delete from orphan_searches s where s.visitor_id = $visitor::uuid',
  'delete from votes v where v.visitor_id = $visitor::uuid',
  'delete from contacts c where c.visitor_id = $visitor::uuid',
  'delete from suggestion_views v where v.visitor_id = $visitor::uuid',
  'delete from suggestion_clicks c where c.visitor_id = $visitor::uuid',
  'delete from page_views v where v.visitor_id = $visitor::uuid',
  'delete from outcomes o where o.visitor_id = $visitor::uuid',
]
