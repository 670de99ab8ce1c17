/** What Umami 3.1 would keep of our events: a visitor is its session, a session its visit, an opened article its page view. */
const AT = "strftime(make_timestamp(ts * 1000), '%Y-%m-%d %H:%M:%S.%g+00')"
const [PAGE_VIEW, CUSTOM_EVENT, PERFORMANCE] = [1, 2, 5]

const vital = (metric) => `case when metric = '${metric}' then value end as ${metric.toLowerCase()}`

/** For each table the question to our store, whose columns are the table's by name. */
export const rowsFor = (website) => ({
  session: `
    select
      visitor_id as session_id,
      '${website}' as website_id,
      'chrome' as browser,
      'Linux' as os,
      any_value(device) as device,
      '1440x900' as screen,
      any_value(locale) as language,
      'ES' as country,
      min(${AT}) as created_at
    from events
    group by visitor_id`,
  website_event: `
    select
      event_id,
      '${website}' as website_id,
      visitor_id as session_id,
      coalesce(session_id, tab_id) as visit_id,
      ${AT} as created_at,
      page as url_path,
      'docs.example' as hostname,
      nullif(article_id, '') as page_title,
      case name
        when 'help.article.open' then ${PAGE_VIEW}
        when 'browser.web_vital' then ${PERFORMANCE}
        else ${CUSTOM_EVENT}
      end as event_type,
      case when name not in ('help.article.open', 'browser.web_vital') then name end as event_name,
      ${['LCP', 'INP', 'CLS', 'FCP', 'TTFB'].map(vital).join(',\n      ')}
    from events`,
  event_data: `
    select
      uuid() as event_data_id,
      '${website}' as website_id,
      event_id as website_event_id,
      'query' as data_key,
      query as string_value,
      1 as data_type,
      ${AT} as created_at
    from events
    where query <> ''`,
})
