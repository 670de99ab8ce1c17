import { dashboardCss, Message } from '@helptally/dashboard'
import { accessOf, sharedStore } from '@helptally/server'
import { headers } from 'next/headers.js'
import type { ReactElement } from 'react'
import { buildOptions, siteTimeZone } from '../config/buildOptions.js'
import { type HelpHandlersOptions, storeUrl } from '../server/createHelpHandlers.js'
import { insightsHrefs } from './hrefs.js'
import { dashboardLocale } from './locale.js'
import { overviewPage } from './overviewPage.js'
import { sessionPage } from './sessionPage.js'

export interface HelpInsightsOptions extends HelpHandlersOptions {
  /** Where this page lives, without Next's `basePath`. Default `/help-insights`. */
  readonly path?: string
}

interface PageProps {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export type HelpInsightsPage = (props: PageProps) => Promise<ReactElement>

/** The dashboard, a page for `app/help-insights/[[...view]]/page.tsx`. It reads the store of this process, not over HTTP. */
export function createHelpInsights(options: HelpInsightsOptions = {}): HelpInsightsPage {
  return async function HelpInsights({ params, searchParams }) {
    const [segments, search, request] = await Promise.all([params, searchParams, currentRequest()])
    const { site = '', basePath = '' } = buildOptions() ?? {}
    const locale = dashboardLocale(single(search.locale), request.headers.get('accept-language'))
    const hrefs = insightsHrefs(basePath + (options.path ?? '/help-insights'), search)
    const token = options.token ?? process.env.HELPTALLY_TOKEN
    const view = {
      site,
      timeZone: siteTimeZone(),
      locale,
      hrefs,
      now: Date.now(),
      store: () => sharedStore(storeUrl(options.store)),
    }

    const draw = async () => {
      const access = await accessOf(request, { authorize: options.authorize, token })
      if (!access.granted) return <Message locale={locale} kind="closed" />
      const [kind, id] = Object.values(segments).find(Array.isArray) ?? []
      if (kind === undefined) return overviewPage(view, single(search.days))
      if (kind === 'sessions' && id) return sessionPage(view, id)
      return <Message locale={locale} kind="not_found" hrefs={hrefs} />
    }
    return (
      <>
        <style href="helptally-insights" precedence="default">
          {dashboardCss}
        </style>
        {
          await draw().catch((error: unknown) => {
            console.error('[helptally] The dashboard could not be drawn.', error)
            return (
              <Message
                locale={locale}
                kind="failed"
                text={error instanceof Error ? error.message : undefined}
                hrefs={hrefs}
              />
            )
          })
        }
      </>
    )
  }
}

/** What `authorize` looks at: the request behind this page, its headers and cookies. */
async function currentRequest(): Promise<Request> {
  const sent = await headers()
  return new Request(`http://${sent.get('host') ?? 'localhost'}/`, { headers: new Headers(sent) })
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
