import { ArticleBadge, type DashboardLocale, type RangeDays } from '@helptally/dashboard'
import { maySee, sharedStore } from '@helptally/server'
import { type ReactElement, Suspense } from 'react'
import { storeUrl } from '../server/createHelpHandlers.js'
import { accessTo, currentRequest } from './asked.js'
import type { HelpInsightsOptions } from './createHelpInsights.js'
import { dashboardLocale } from './locale.js'
import { readingOf } from './reading.js'
import { homeSite, viewOf } from './viewOf.js'

/** Which article the badge is about, and of how many days. */
export interface ArticleBadgeProps {
  /** The article's id. */
  readonly article: string
  /** Of the last so many days. Default 30. */
  readonly days?: RangeDays
  /** The language of its words. Default: the browser's. */
  readonly locale?: DashboardLocale
}

/** The component that `createArticleBadge` makes. */
export type ArticleBadgeComponent = (props: ArticleBadgeProps) => ReactElement

/**
 * An article's openings, reading and votes in one line, beside "edit this page": shown to those who may read, to others
 * nothing. It looks at the request, so its page is drawn for each; with `cacheComponents` only the badge is.
 */
export function createArticleBadge(options: HelpInsightsOptions = {}): ArticleBadgeComponent {
  return function ArticleBadgeOfSite(props) {
    return (
      <Suspense fallback={null}>
        <Drawing {...props} options={options} />
      </Suspense>
    )
  }
}

/** The article is what matters on its page: without numbers there is no badge. */
async function Drawing({
  article,
  days = 30,
  locale: wanted,
  options,
}: ArticleBadgeProps & { options: HelpInsightsOptions }): Promise<ReactElement | null> {
  const request = await currentRequest()
  const access = await accessTo(options, request)
  if (!access.granted || !maySee(access, homeSite())) return null
  const locale = wanted ?? dashboardLocale(undefined, request.headers.get('accept-language'))
  const address = { days: String(days), lang: locale }
  const { view, slice } = viewOf(options, {
    page: 'overview',
    locale,
    address,
    sites: [],
    mayEdit: false,
    isAdmin: false,
    done: null,
  })
  const href = view.hrefs.to('article', { of: article })
  try {
    const { totals } = await readingOf(view, slice, sharedStore(storeUrl(options.store)), { reader: access }).read(
      'article',
      {
        article,
      },
    )
    return <ArticleBadge numbers={totals} days={days} href={href} locale={locale} />
  } catch (error) {
    console.error(`[helptally] The badge of the article "${article}" could not be drawn.`, error)
    return null
  }
}
