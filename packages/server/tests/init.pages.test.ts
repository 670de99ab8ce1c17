import { describe, expect, test } from '@jest/globals'
import { FRESH_PAGES, nextSite } from './helpers/nextSite.js'

const ROUTE = 'pages/api/help/[...path].ts'
const PAGE = 'app/help-insights/[[...view]]/page.tsx'
const LAYOUT = 'app/help-insights/layout.tsx'
const API = `import { createHelpApi } from "@helptally/next/pages";

// The collector reads bodies itself. Next wants this here, as it stands.
export const config = { api: { bodyParser: false, responseLimit: false } };

export default createHelpApi({ store: process.env.HELPTALLY_STORE });
`

describe('a fresh app of the Pages Router', () => {
  test('gets an API route and a line, and no folder that would take its 404 page', async () => {
    const site = await nextSite(FRESH_PAGES)
    const { code, out, error } = await site.init(['--yes'])
    expect([code, error]).toEqual([0, ''])
    expect(await site.files()).toEqual({
      ...FRESH_PAGES,
      'next.config.ts': expect.stringContaining(
        'withHelptally(nextConfig, { site: "help", articles: "/articles/:slug" })',
      ),
      '.gitignore': `${FRESH_PAGES['.gitignore']}.helptally/\n`,
      [ROUTE]: API,
    })
    expect(out).toContain('Place <ConsentBanner /> of @helptally/next in pages/_app')
    expect(out).toContain('Its session is at http://localhost:3000/api/help/reports/sessions?site=help')
    expect(out).toContain('by createHelpApi({ authorize }).')
    expect(out).toContain('The dashboard was left out')
  })

  test('run again, nothing changes; undone, it is as it was', async () => {
    const site = await nextSite(FRESH_PAGES)
    await site.init(['--yes'])
    const once = await site.files()
    expect(await site.init(['--yes'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything is in place.'),
    })
    expect(await site.files()).toEqual(once)
    expect(await site.init(['--undo', '--yes'])).toMatchObject({ code: 0, error: '' })
    expect(await site.files()).toEqual(FRESH_PAGES)
  })

  test('gets the dashboard in an app folder when it is asked for, later, too, and is rid of it again', async () => {
    const site = await nextSite(FRESH_PAGES)
    await site.init(['--yes'])
    const { code, out } = await site.init(['--yes', '--dashboard', '/help-insights'])
    expect([code, out]).toEqual([0, expect.stringContaining(`kept: ${ROUTE} is the collector.`)])
    expect(out).toContain('by createHelpApi({ authorize }) and createHelpInsights({ authorize }).')
    const files = await site.files()
    expect(files[PAGE]).toBe('export { HelpInsights as default } from "@helptally/next/dashboard";\n')
    expect(files[LAYOUT]).toContain('<html lang="en">')
    expect(await site.init(['--yes'])).toMatchObject({ out: expect.stringContaining('Everything is in place.') })
    await site.init(['--undo', '--yes'])
    expect(await site.files()).toEqual(FRESH_PAGES)
  })

  test('keeps an API route that was edited, and names it', async () => {
    const site = await nextSite(FRESH_PAGES)
    await site.init(['--yes'])
    await site.write({ [ROUTE]: `${API}// with care\n` })
    const { code, error } = await site.init(['--undo', '--yes'])
    expect([code, error]).toEqual([1, expect.stringContaining(`${ROUTE} was left as it is`)])
    expect(await site.files()).toEqual({ ...FRESH_PAGES, [ROUTE]: `${API}// with care\n` })
  })
})

test('below src/, in JavaScript, with its own endings', async () => {
  const site = await nextSite({
    'package.json': JSON.stringify({ name: 'kb', dependencies: { next: '16.4.5' } }),
    'next.config.js': "module.exports = { pageExtensions: ['page.js'] }\n",
    'src/pages/kb/[slug].page.js': '',
  })
  await site.init(['--yes', '--dashboard', '/team'])
  expect(Object.keys(await site.files())).toEqual(
    expect.arrayContaining([
      'src/pages/api/help/[...path].page.js',
      'src/app/team/[[...view]]/page.page.js',
      'src/app/team/layout.page.js',
    ]),
  )
})

test('an API route that is not ours stops everything, and --base goes elsewhere', async () => {
  const before = { ...FRESH_PAGES, 'pages/api/help/[id].ts': 'export default (req, res) => res.end()\n' }
  const site = await nextSite(before)
  expect(await site.init(['--yes'])).toMatchObject({
    code: 1,
    error: expect.stringContaining('Expected nothing at /api/help, found pages/api/help/[id].ts.'),
  })
  expect(await site.files()).toEqual(before)
  expect(await site.init(['--yes', '--base', '/api/reading'])).toMatchObject({ code: 0 })
  expect((await site.files())['pages/api/reading/[...path].ts']).toBe(API)
})
