type Files = Readonly<Record<string, string>>

export interface ConfiguredApp {
  /** What stands in its next.config.mjs. */
  readonly config: string
  /** What its links to articles begin with, such as `/docs`. */
  readonly links: string
}

export interface AppRouterApp extends ConfiguredApp {
  /** `languages`: its pages are below `[locale]`, and made when they are asked for. */
  readonly pages: 'plain' | 'languages'
  /** `elsewhere`: it has neither collector nor dashboard. */
  readonly collector: 'here' | 'elsewhere'
}

/** A help center of the App Router, with a collector that everybody may read. */
export function appRouterFiles({ pages, collector, ...about }: AppRouterApp): Files {
  const at = pages === 'languages' ? 'app/[locale]' : 'app'
  return {
    ...sharedFiles(about),
    'app/layout.tsx': LAYOUT,
    [`${at}/page.tsx`]: APP_HOME,
    [`${at}/docs/[slug]/page.tsx`]: pages === 'languages' ? APP_ARTICLE : MADE_BEFORE + APP_ARTICLE,
    ...(collector === 'here' && {
      'app/api/help/[...path]/route.ts': COLLECTOR,
      'app/help-insights/[[...view]]/page.tsx': DASHBOARD,
    }),
  }
}

/** The same of the Pages Router, with the dashboard in an `app/` folder. */
export function pagesRouterFiles(about: ConfiguredApp): Files {
  return {
    ...sharedFiles(about),
    'pages/_app.tsx': PAGES_APP,
    'pages/index.tsx': PAGES_HOME,
    'pages/docs/[slug].tsx': PAGES_ARTICLE,
    'pages/api/help/[...path].ts': COLLECTOR_API,
    'app/help-insights/layout.tsx': LAYOUT,
    'app/help-insights/[[...view]]/page.tsx': DASHBOARD,
  }
}

function sharedFiles({ config, links }: ConfiguredApp): Files {
  return {
    'package.json': '{ "name": "configured", "private": true }\n',
    'tsconfig.json': TSCONFIG,
    'next.config.mjs': config,
    'articles.ts': articlesText(links),
    'parts.tsx': PARTS,
  }
}

const articlesText = (links: string): string => `export const articles = [
  { id: 'install', title: 'Install' },
  { id: 'idle', title: 'Idle time' },
  { id: 'tabs', title: 'Tabs and windows' },
]

export const hits = articles.map((article) => ({ ...article, href: '${links}/' + article.id }))
`

const TSCONFIG = JSON.stringify({
  extends: '../help-center/tsconfig.json',
  compilerOptions: { paths: { '@/*': ['./*'] } },
  include: ['**/*.ts', '**/*.tsx', '.next/types/**/*.ts'],
})

const PARTS = `'use client'

import { ArticleFeedback, ArticleLink, HelpSearch, SuggestedArticles, useConsent, useHelpSession } from '@helptally/next'
import { articles, hits } from '@/articles'

const search = (query: string) => hits.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()))

export function Home() {
  return (
    <main>
      <HelpSearch search={search} label="Search" />
      <ArticleLink href={hits[0]!.href}>Install</ArticleLink>
    </main>
  )
}

export function Article({ id }: { id: string }) {
  const entry = useHelpSession((help) => help.session?.entry)
  const { consent } = useConsent()
  return (
    <main>
      <HelpSearch search={search} label="Search" />
      <article>
        <h1>{articles.find((article) => article.id === id)!.title}</h1>
        <p role="note">{consent + ', ' + (entry ?? 'not counted')}</p>
      </article>
      <ArticleFeedback />
      <SuggestedArticles list="related" title="See also" items={hits.filter((hit) => hit.id !== id)} />
    </main>
  )
}
`

const LAYOUT = `import { ConsentBanner } from '@helptally/next'
import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <ConsentBanner />
      </body>
    </html>
  )
}
`

const APP_HOME = `export { Home as default } from '@/parts'
`

const MADE_BEFORE = `import { articles } from '@/articles'

export const generateStaticParams = () => articles.map(({ id }) => ({ slug: id }))

`

const APP_ARTICLE = `import { Article } from '@/parts'

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  return <Article id={(await params).slug} />
}
`

const COLLECTOR = `import { createHelpHandlers } from '@helptally/next/server'

export const { GET, POST, DELETE } = createHelpHandlers({
  store: process.env.HELPTALLY_STORE,
  authorize: () => true,
})
`

const COLLECTOR_API = `import { createHelpApi } from '@helptally/next/pages'

export const config = { api: { bodyParser: false, responseLimit: false } }

export default createHelpApi({ store: process.env.HELPTALLY_STORE, authorize: () => true })
`

const DASHBOARD = `import { createHelpInsights } from '@helptally/next/dashboard'

export default createHelpInsights({ authorize: () => true })
`

const PAGES_APP = `import { ConsentBanner } from '@helptally/next'
import type { AppProps } from 'next/app'

export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Component {...pageProps} />
      <ConsentBanner />
    </>
  )
}
`

const PAGES_HOME = `export { Home as default } from '@/parts'
`

const PAGES_ARTICLE = `import type { GetStaticPaths, GetStaticProps } from 'next'
import { articles } from '@/articles'
import { Article } from '@/parts'

type Props = { id: string }

export const getStaticPaths: GetStaticPaths = ({ locales = [] }) => ({
  paths: articles.flatMap(({ id }) => locales.map((locale) => ({ params: { slug: id }, locale }))),
  fallback: false,
})

export const getStaticProps: GetStaticProps<Props> = ({ params }) => ({ props: { id: String(params?.slug) } })

export default Article
`
