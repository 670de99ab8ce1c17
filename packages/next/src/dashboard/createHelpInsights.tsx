import { dashboardCss, Message } from '@helptally/dashboard'
import { accessOf, sharedStore } from '@helptally/server'
import { headers } from 'next/headers.js'
import { type ReactElement, Suspense } from 'react'
import { buildOptions, siteTimeZone } from '../config/buildOptions.js'
import { type HelpHandlersOptions, storeUrl } from '../server/createHelpHandlers.js'
import { insightsHrefs } from './hrefs.js'
import type { InsightsView } from './insightsView.js'
import { dashboardLocale } from './locale.js'
import { overviewPage } from './overviewPage.js'
import { sessionPage } from './sessionPage.js'
import { styleNonce } from './styleNonce.js'

export interface HelpInsightsOptions extends HelpHandlersOptions {
  /** Where this page lives, without Next's `basePath`. Default `/help-insights`. */
  readonly path?: string
}

interface PageProps {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export type HelpInsightsPage = (props: PageProps) => ReactElement

/** The dashboard, a page for `app/help-insights/[[...view]]/page.tsx`. It reads the store of this process, not over HTTP. */
export function createHelpInsights(options: HelpInsightsOptions = {}): HelpInsightsPage {
  // It depends on the request; with `cacheComponents` Next wants to be told where that begins.
  return function HelpInsights(props) {
    return (
      <Suspense fallback={null}>
        <Styled>
          <Drawing {...props} options={options} />
        </Styled>
      </Suspense>
    )
  }
}

/** No style with a precedence: React gives that one no nonce. A browser hides a nonce, so there is nothing to compare. */
async function Styled({ children }: { children: ReactElement }): Promise<ReactElement> {
  return (
    <>
      <style nonce={styleNonce(await headers())} suppressHydrationWarning>
        {dashboardCss}
      </style>
      {children}
    </>
  )
}

async function Drawing({
  options,
  params,
  searchParams,
}: PageProps & { options: HelpInsightsOptions }): Promise<ReactElement> {
  const [segments, search, request] = await Promise.all([params, searchParams, currentRequest()])
  const { site = '', basePath = '' } = buildOptions() ?? {}
  const locale = dashboardLocale(single(search.locale), request.headers.get('accept-language'))
  const hrefs = insightsHrefs(basePath + (options.path ?? '/help-insights'), search)
  const store = () => sharedStore(storeUrl(options.store))
  const view: InsightsView = { site, timeZone: siteTimeZone(), locale, hrefs, now: Date.now(), store }

  if (!(await mayRead(options, request))) return <Message locale={locale} kind="closed" />
  const [kind, id] = Object.values(segments).find(Array.isArray) ?? []
  try {
    if (kind === undefined) return await overviewPage(view, single(search.days))
    if (kind === 'sessions' && id) return await sessionPage(view, id)
    return <Message locale={locale} kind="not_found" hrefs={hrefs} />
  } catch (error) {
    console.error('[helptally] The dashboard could not be drawn.', error)
    return (
      <Message locale={locale} kind="failed" text={error instanceof Error ? error.message : undefined} hrefs={hrefs} />
    )
  }
}

/** A door that fails stays shut. */
async function mayRead(
  { authorize, token = process.env.HELPTALLY_TOKEN }: HelpInsightsOptions,
  request: Request,
): Promise<boolean> {
  try {
    return (await accessOf(request, { authorize, token })).granted
  } catch (error) {
    console.error('[helptally] `authorize` failed, so the dashboard stays closed.', error)
    return false
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
