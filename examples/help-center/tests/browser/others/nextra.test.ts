import { packedApp } from '../support/packedApp.js'
import { readersOf } from './readersOf.js'

/** What its guide for the theme of documentation has a developer write, with a home page. */
const FILES: Readonly<Record<string, string>> = {
  'next.config.mjs': `import nextra from 'nextra'

const withNextra = nextra({ contentDirBasePath: '/docs' })

export default withNextra({})
`,
  'mdx-components.js': `import { useMDXComponents as ofTheme } from 'nextra-theme-docs'

export const useMDXComponents = (components) => ({ ...ofTheme(), ...components })
`,
  'app/layout.jsx': `import { ConsentBanner } from '@helptally/next'
import { Footer, Layout, Navbar } from 'nextra-theme-docs'
import { Head } from 'nextra/components'
import { getPageMap } from 'nextra/page-map'
import 'nextra-theme-docs/style.css'

export default async function RootLayout({ children }) {
  return (
    <html lang="en" dir="ltr" suppressHydrationWarning>
      <Head />
      <body>
        <Layout navbar={<Navbar logo={<b>Parcels</b>} />} pageMap={await getPageMap()} footer={<Footer>Parcels</Footer>}>
          {children}
        </Layout>
        <ConsentBanner />
      </body>
    </html>
  )
}
`,
  'app/page.jsx': `export default function Home() {
  return <h1>Parcels</h1>
}
`,
  'app/docs/[[...mdxPath]]/page.jsx': `import { generateStaticParamsFor, importPage } from 'nextra/pages'
import { useMDXComponents } from '../../../mdx-components'

export const generateStaticParams = generateStaticParamsFor('mdxPath')

export async function generateMetadata({ params }) {
  return (await importPage((await params).mdxPath)).metadata
}

const { wrapper: Wrapper } = useMDXComponents()

export default async function Page(props) {
  const params = await props.params
  const { default: Content, ...page } = await importPage(params.mdxPath)
  return (
    <Wrapper {...page}>
      <Content {...props} params={params} />
    </Wrapper>
  )
}
`,
  'content/index.mdx': '# Parcels\n\nAll that is to be known.\n',
  'content/sending.mdx': '# Sending a parcel\n\nWeigh the parcel. Then read about [customs](/docs/customs).\n',
  'content/customs.mdx': '# Customs\n\nDeclare what is in the parcel.\n',
}

readersOf({
  name: 'a site made with nextra and its theme, searched by Pagefind',
  make: () =>
    packedApp('nextra-site', {
      asOf: '2026-11-27',
      dependencies: {
        next: '16.4.5',
        react: '19.3.1',
        'react-dom': '19.3.1',
        nextra: '4.6.1',
        'nextra-theme-docs': '4.6.1',
        pagefind: '1.6.0',
      },
      // With a later one its layout refuses its own children.
      overrides: { zod: '4.1.12' },
      files: FILES,
    }),
  finish(app) {
    app.build()
    app.run('pagefind/pagefind', '--site', '.next/server/app', '--output-path', 'public/_pagefind')
  },
  enterSearch: (page) => page.locator('nav input[type=search]').first().click(),
  result: '[role=option]',
  downs: 2,
})
