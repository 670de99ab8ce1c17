import { type Macro, macroSql } from '../sql/macro.js'

/** What each of them takes, in that order. */
export const scope: readonly string[] = [
  'of_site',
  'since',
  'until',
  'in_locale',
  'on_device',
  'by_entry',
  'on_channel',
  'with_article',
  'with_query',
]

/** Columns of a table that say where a row lies. */
interface Place {
  readonly session: string
  readonly entry: string
  readonly at: string
}

const factsPlace: Place = { session: 'session_id', entry: 'session_entry', at: 'counts_at' }
const sessionsPlace: Place = { session: 'id', entry: 'entry', at: 'started_at' }

/**
 * `all_` looks at no article and no search to choose by, `chosen_` does. Of the latter's two parts the database leaves out
 * the one that the scope empties: to look for sessions that nobody asks for would cost more than all the rest.
 * `wanted`: what else chooses a row by an article or a search.
 */
function chosen(table: string, { session, entry, at }: Place = factsPlace, wanted = 'false'): readonly Macro[] {
  return [
    {
      name: `all_${table}`,
      parameters: scope,
      body: `
select f.*
from ${table} f
where f.site = of_site and f.${at} >= since and f.${at} < until
  and (in_locale = '' or f.locale = in_locale)
  and (on_device = '' or f.device = on_device)
  and (by_entry = '' or f.${entry} = by_entry)
  and (on_channel = '' or f.channel = on_channel)`,
    },
    {
      name: `chosen_${table}`,
      parameters: scope,
      body: `
select f.*
from all_${table}(${scope.join(', ')}) f
where with_article = '' and with_query = ''
union all
select f.*
from all_${table}(${scope.join(', ')}) f
where (with_article <> '' or with_query <> '')
  and (
    ${wanted}
    or f.${session} in (select w.session_id from sessions_with(of_site, since, until, with_article, with_query) w)
  )`,
    },
  ]
}

/**
 * What a report is asked about: each macro takes the same scope, and '' chooses all. An article or a search chooses the
 * sessions in which it occurs, and a search itself where it lies in none.
 */
export const chosenMacros: readonly Macro[] = [
  {
    name: 'sessions_with',
    parameters: ['of_site', 'since', 'until', 'with_article', 'with_query'],
    body: `
select o.session_id
from opens o
where with_article <> ''
  and o.site = of_site and o.counts_at >= since and o.counts_at < until
  and o.article_id = with_article
  and (
    with_query = ''
    or o.session_id in (
      select s.session_id
      from searches s
      where s.site = of_site and s.counts_at >= since and s.counts_at < until and s.query = with_query
    )
  )
union all
select s.session_id
from searches s
where with_article = '' and with_query <> ''
  and s.site = of_site and s.counts_at >= since and s.counts_at < until
  and s.query = with_query`,
  },
  ...chosen('opens'),
  ...chosen('searches', factsPlace, "(with_article = '' and f.query = with_query)"),
  ...chosen('orphan_searches', factsPlace, "(with_article = '' and f.query = with_query)"),
  ...chosen('votes'),
  ...chosen('contacts'),
  ...chosen('suggestion_views'),
  ...chosen('suggestion_clicks'),
  ...chosen('page_views'),
  ...chosen('outcomes'),
  ...chosen('sessions', sessionsPlace),
]

export const chosenMacrosSql: readonly string[] = chosenMacros.map(macroSql)
