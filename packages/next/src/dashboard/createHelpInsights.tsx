import { dashboardCss, Loading, Message } from '@helptally/dashboard'
import { mayAct, maySee, sharedStore } from '@helptally/server'
import { headers } from 'next/headers.js'
import { type ReactElement, type ReactNode, Suspense } from 'react'
import { type HelpHandlersOptions, storeUrl } from '../server/createHelpHandlers.js'
import { addressOf, doneIn } from './addressOf.js'
import { accessTo, currentRequest } from './asked.js'
import { pageAt } from './hrefs.js'
import { dashboardLocale } from './locale.js'
import { pages } from './pages.js'
import { ReadCharts } from './ReadCharts.js'
import { readingOf } from './reading.js'
import { SaveCharts } from './SaveCharts.js'
import { Shortcuts } from './Shortcuts.js'
import { sitesToChoose } from './sitesToChoose.js'
import { styleNonce } from './styleNonce.js'
import { timelineOf } from './timelineOf.js'
import { homeSite, viewOf } from './viewOf.js'

export interface HelpInsightsOptions extends HelpHandlersOptions {
  /** Where this page lives, without Next's `basePath`. Default `/help-insights`. */
  readonly path?: string
}

interface PageProps {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** A page of the App Router: what its route file has as its default export. */
export type HelpInsightsPage = (props: PageProps) => ReactElement

/** The dashboard, a page for `app/help-insights/[[...view]]/page.tsx`. It reads the store of this process, not over HTTP. */
export function createHelpInsights(options: HelpInsightsOptions = {}): HelpInsightsPage {
  // It depends on the request; with `cacheComponents` Next wants to be told where that begins.
  return function HelpInsights(props) {
    return (
      <Suspense fallback={null}>
        <Styled searchParams={props.searchParams}>
          <Drawing {...props} options={options} />
          <Shortcuts />
          <SaveCharts />
          <ReadCharts />
        </Styled>
      </Suspense>
    )
  }
}

/**
 * What a page needs before its reports: its style, and words until they are read. No style with a precedence: React gives
 * that one no nonce. A browser hides a nonce, so there is nothing to compare.
 */
async function Styled({
  searchParams,
  children,
}: Pick<PageProps, 'searchParams'> & { children: ReactNode }): Promise<ReactElement> {
  const [search, sent] = await Promise.all([searchParams, headers()])
  const locale = dashboardLocale(addressOf(search).lang, sent.get('accept-language'))
  return (
    <>
      <style nonce={styleNonce(sent)} suppressHydrationWarning>
        {dashboardCss}
      </style>
      <Suspense fallback={<Loading locale={locale} />}>{children}</Suspense>
    </>
  )
}

async function Drawing({
  options,
  params,
  searchParams,
}: PageProps & { options: HelpInsightsOptions }): Promise<ReactElement> {
  const [segments, search, request] = await Promise.all([params, searchParams, currentRequest()])
  const address = addressOf(search)
  const locale = dashboardLocale(address.lang, request.headers.get('accept-language'))
  const access = await accessTo(options, request)
  if (!access.granted) return <Message locale={locale} kind="closed" />

  const path = Object.values(segments).find(Array.isArray) ?? []
  const id = path[0] === 'sessions' ? path[1] : undefined
  const page = id === undefined ? pageAt(path) : 'sessions'
  const openStore = () => sharedStore(storeUrl(options.store))
  const { view, slice } = viewOf(options, {
    page: page ?? 'overview',
    locale,
    address,
    sites: await sitesToChoose(openStore, access, [homeSite(), address.site ?? '']),
    mayEdit: mayAct(access.role, 'editor'),
    isAdmin: mayAct(access.role, 'admin'),
    done: doneIn(search),
  })
  if (!maySee(access, view.site)) return <Message locale={locale} kind="other_site" view={view} />
  if (page === undefined) return <Message locale={locale} kind="not_found" view={view} />
  try {
    const reading = readingOf(view, slice, openStore(), { ...options, reader: access })
    return await (id === undefined ? pages[page](reading) : timelineOf(id, reading))
  } catch (error) {
    console.error('[helptally] The dashboard could not be drawn.', error)
    const text = error instanceof Error ? error.message : undefined
    return <Message locale={locale} kind="failed" text={text} view={view} />
  }
}
