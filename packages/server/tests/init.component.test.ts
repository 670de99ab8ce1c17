import { describe, expect, test } from '@jest/globals'
import { FRESH, FRESH_PAGES, nextSite } from './helpers/nextSite.js'

type Files = Readonly<Record<string, string>>

const on = (version: string, files: Files): Files => ({
  ...files,
  'package.json': JSON.stringify({ name: 'help', dependencies: { next: version } }),
})
const layoutOf = (body: string) => `import type { Metadata } from "next";
import localFont from "next/font/local";
import "./globals.css";

const geist = localFont({ src: "./fonts/Geist.woff" });

export const metadata: Metadata = { title: "Help" };

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
${body}
    </html>
  );
}
`
const LAYOUT = layoutOf('      <body className={geist.className + " antialiased"}>\n        {children}\n      </body>')
const APP = `import '../styles/globals.css'

export default function App({ Component, pageProps }) {
  const getLayout = Component.getLayout ?? ((page) => page)
  return getLayout(<Component {...pageProps} />)
}
`

async function after(files: Files) {
  const site = await nextSite(files)
  const { code, error } = await site.init(['--yes'])
  return { site, code, error, files: await site.files() }
}

describe('an app whose Next does not boot the engine by itself', () => {
  test.each(['14.2.35', '^14.2.0', '15.5.29', '^15.0.0', '16.2.9'])(
    'Next %s: the root layout gets it',
    async (version) => {
      const { code, error, files } = await after(on(version, { ...FRESH, 'app/layout.tsx': LAYOUT }))
      expect([code, error]).toEqual([0, ''])
      expect(files['app/layout.tsx']).toBe(
        LAYOUT.replace(
          'import "./globals.css";\n',
          'import "./globals.css";\nimport { Helptally } from "@helptally/next/component";\n',
        ).replace('antialiased"}>', 'antialiased"}>\n        <Helptally />'),
      )
    },
  )

  test.each(['16.3.0', '^16.0.0', 'latest'])('Next %s boots it: the layout stays as it is', async (version) => {
    const { files } = await after(on(version, FRESH))
    expect(files['app/layout.tsx']).toBe(FRESH['app/layout.tsx'])
  })

  test('each root layout gets it, and that of the dashboard none', async () => {
    const root = 'export default function Layout({ children }) { return <html><body>{children}</body></html> }\n'
    const { files, site } = await after(
      on('14.2.35', {
        ...Object.fromEntries(Object.entries(FRESH).filter(([path]) => !path.startsWith('app/'))),
        'app/(help)/layout.tsx': root,
        'app/(help)/articles/[slug]/page.tsx': 'export default function Article() { return null }\n',
        'app/(shop)/layout.tsx': root,
        'app/(shop)/page.tsx': 'export default function Shop() { return null }\n',
      }),
    )
    for (const group of ['help', 'shop'])
      expect(files[`app/(${group})/layout.tsx`]).toBe(
        `import { Helptally } from '@helptally/next/component'\n\n${root.replace('<body>', '<body><Helptally />')}`,
      )
    expect(files['app/help-insights/layout.tsx']).not.toContain('Helptally')
    expect(await site.init(['--yes'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything is in place.'),
    })
  })

  test('in pages/, _app gets it around <Component>, which stays one child', async () => {
    const { files } = await after(on('14.2.35', { ...FRESH_PAGES, 'pages/_app.tsx': APP }))
    expect(files['pages/_app.tsx']).toBe(
      APP.replace("globals.css'\n", "globals.css'\nimport { Helptally } from '@helptally/next/component'\n").replace(
        '<Component {...pageProps} />',
        '<><Helptally /><Component {...pageProps} /></>',
      ),
    )
  })

  test('pages/ without an _app get one, and a site with pages/api alone does not', async () => {
    const { 'pages/_app.tsx': _, ...without } = FRESH_PAGES
    const { files } = await after(on('15.5.29', without))
    expect(files['pages/_app.tsx']).toContain('      <Helptally />\n      <Component {...pageProps} />')
    const apiAlone = await after(on('15.5.29', { ...FRESH, 'pages/api/hello.ts': FRESH_PAGES['pages/api/hello.ts']! }))
    expect(Object.keys(apiAlone.files)).not.toContain('pages/_app.tsx')
  })

  test.each([
    ['app/layout.tsx', { ...FRESH, 'app/layout.tsx': LAYOUT }],
    ['app/layout.tsx', FRESH],
    ['app/layout.tsx', { ...FRESH, 'app/layout.tsx': LAYOUT.replaceAll('\n', '\r\n') }],
    ['app/layout.tsx', { ...FRESH, 'app/layout.tsx': layoutOf('      <body></body>') }],
    ['pages/_app.tsx', { ...FRESH_PAGES, 'pages/_app.tsx': APP }],
    ['pages/_app.tsx', FRESH_PAGES],
    ['pages/_app.tsx', Object.fromEntries(Object.entries(FRESH_PAGES).filter(([path]) => path !== 'pages/_app.tsx'))],
  ])('run again, nothing changes; undone, %s is as it was', async (path, files: Files) => {
    const before = on('14.2.35', files)
    const { site, files: once } = await after(before)
    expect(once[path]).toContain('<Helptally />')
    expect(await site.init(['--yes'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything is in place.'),
    })
    expect(await site.files()).toEqual(once)
    expect(await site.init(['--undo', '--yes'])).toMatchObject({ code: 0, error: '' })
    expect(await site.files()).toEqual(before)
  })

  test.each([
    [
      'no <body> was found in it',
      FRESH,
      'app/layout.tsx',
      'import { Body } from "./Body"\nexport default ({ children }) => <Body>{children}</Body> // <body>\n',
    ],
    [
      'it has several <body>',
      FRESH,
      'app/layout.tsx',
      'export default ({ a, children }) => a ? <html><body /></html> : <html><body>{children}</body></html>\n',
    ],
    [
      'the name Helptally already means something else in it',
      FRESH,
      'app/layout.tsx',
      'const Helptally = 1\nexport default () => <html><body>{Helptally}</body></html>\n',
    ],
    ['it cannot be read', FRESH, 'app/layout.tsx', 'export default () => <html><body></html>\n'],
    [
      'no <Component> was found in it',
      FRESH_PAGES,
      'pages/_app.tsx',
      'export default ({ Component: Page, pageProps }) => <Page {...pageProps} />\n',
    ],
  ])('where it cannot be placed safely, it says what to write: %s', async (why, fresh, path, text) => {
    const { code, error, files } = await after(on('15.5.29', { ...fresh, [path]: text }))
    expect([code, files[path]]).toEqual([1, text])
    expect(error).toContain(`${path} was left as it is: ${why}.`)
    expect(error).toContain("  import { Helptally } from '@helptally/next/component'\n\n  <Helptally />")
  })

  test('what was edited around it stays, and is named', async () => {
    const { site, files } = await after(on('14.2.35', FRESH))
    const edited = files['app/layout.tsx']!.replace('<Helptally />', '<b><Helptally /></b>')
    await site.write({ 'app/layout.tsx': edited })
    const { code, error } = await site.init(['--undo', '--yes'])
    expect([code, error]).toEqual([1, expect.stringContaining('app/layout.tsx was left as it is')])
    expect((await site.files())['app/layout.tsx']).toBe(edited)
  })

  test('Next 14 reads no config in TypeScript', async () => {
    const { 'next.config.ts': _, ...without } = FRESH
    expect(Object.keys((await after(on('14.2.35', without))).files)).toContain('next.config.mjs')
    expect(Object.keys((await after(on('15.5.29', without))).files)).toContain('next.config.ts')
  })
})
