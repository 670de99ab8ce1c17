import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { FRESH, FRESH_PAGES, freshWithout, nextSite, PACKAGE } from './helpers/nextSite.js'

const ROUTE = 'app/api/help/[...path]/route.ts'
const PAGE = 'app/help-insights/[[...view]]/page.tsx'

describe('a fresh app', () => {
  test('gets three files and a line, in its own writing', async () => {
    const site = await nextSite(FRESH)
    const { code, out, error } = await site.init(['--yes'])
    expect([code, error]).toEqual([0, ''])
    const files = await site.files()
    expect(files).toEqual({
      ...FRESH,
      'next.config.ts': FRESH['next.config.ts']!.replace(
        '"next";\n',
        '"next";\nimport { withHelptally } from "@helptally/next/config";\n',
      ).replace(
        'export default nextConfig;',
        'export default withHelptally(nextConfig, { site: "help", articles: "/articles/:slug" });',
      ),
      '.gitignore': `${FRESH['.gitignore']}.helptally/\n`,
      [ROUTE]:
        'import { createHelpHandlers } from "@helptally/next/server";\n\nexport const { GET, POST, DELETE } = createHelpHandlers({ store: process.env.HELPTALLY_STORE });\n',
      [PAGE]: 'export { HelpInsights as default } from "@helptally/next/dashboard";\n',
    })
    expect(out).toContain('+import { withHelptally } from "@helptally/next/config";')
    expect(out).toContain('articles: /articles/:slug (app/articles/[slug]/page.tsx: "articles" is what help is called)')
    expect(out).toContain('1. cd ')
    expect(out).toContain('2. npm install @helptally/next')
    expect(out).toContain('npx helptally doctor --url http://localhost:3000/api/help --site help')
  })

  test('run again, nothing changes', async () => {
    const site = await nextSite(FRESH)
    await site.init(['--yes'])
    const once = await site.files()
    const { code, out } = await site.init(['--yes'])
    expect([code, out]).toEqual([0, expect.stringContaining('[helptally] Everything is in place.')])
    expect(await site.files()).toEqual(once)
  })

  test('undone, it is as it was, without an empty folder', async () => {
    const site = await nextSite(FRESH)
    await site.init(['--yes'])
    const { code, error } = await site.init(['--undo', '--yes'])
    expect([code, error]).toEqual([0, ''])
    expect(await site.files()).toEqual(FRESH)
    expect((await readdir(join(site.folder, 'app'))).sort()).toEqual(['articles', 'layout.tsx', 'page.tsx'])
    expect(await site.init(['--undo', '--yes'])).toMatchObject({
      code: 0,
      out: '[helptally] Nothing of helptally init is here.',
    })
  })
})

describe('before anything is written', () => {
  test('without a person and without --yes, the diff is shown and the exit code is 3', async () => {
    const site = await nextSite(FRESH)
    const { code, out, error } = await site.init()
    expect([code, error]).toEqual([3, expect.stringContaining('nobody said yes')])
    expect(out).toContain(`+++ b/${ROUTE}`)
    expect(await site.files()).toEqual(FRESH)
  })

  test('--dry-run shows the diff, and that was all that was asked', async () => {
    const site = await nextSite(FRESH)
    const { code, out, error, questions } = await site.init(['--dry-run'], { answers: ['y'] })
    expect([code, error, questions]).toEqual([0, '', []])
    expect(out).toContain('--- a/next.config.ts')
    expect(await site.files()).toEqual(FRESH)
  })

  test.each([
    ['y', 0],
    ['YES', 0],
    ['', 3],
    ['n', 3],
  ])('a person is asked, and answers "%s"', async (answer, code) => {
    const site = await nextSite(FRESH)
    const ran = await site.init([], { answers: ['', answer] })
    expect(ran.code).toBe(code)
    expect(ran.questions.at(-1)).toBe('Change these 4 files? [y/N] ')
    expect(Object.hasOwn(await site.files(), PAGE)).toBe(code === 0)
  })

  test('a person who ends the question has said no', async () => {
    const site = await nextSite(FRESH)
    expect(await site.init([], { answers: [''] })).toMatchObject({ code: 3 })
    expect(await site.files()).toEqual(FRESH)
  })

  test('--json is for programs', async () => {
    const site = await nextSite(FRESH)
    const plan = await site.init(['--json'])
    expect([plan.code, JSON.parse(plan.out)]).toMatchObject([
      3,
      {
        folder: site.folder,
        site: 'help',
        articles: '/articles/:slug',
        changes: [
          { path: 'next.config.ts', change: 'edit' },
          { path: ROUTE, change: 'create' },
          { path: PAGE, change: 'create' },
          { path: '.gitignore', change: 'edit' },
        ],
        written: false,
        next: [],
      },
    ])
    const done = await site.init(['--json', '--yes'])
    expect([done.code, JSON.parse(done.out)]).toMatchObject([0, { written: true }])
  })
})

describe('where articles live', () => {
  const shelves = { ...FRESH, 'app/docs/[...path]/page.tsx': '', 'app/[locale]/articles/[id]/page.tsx': '' }

  test('is asked of a person, who takes one by its number or says another', async () => {
    const site = await nextSite(shelves)
    const { out } = await site.init([], { answers: ['3', 'n'] })
    expect(out).toContain('  1  /:locale/articles/:id  (app/[locale]/articles/[id]/page.tsx: ')
    expect(out).toContain('+export default withHelptally(nextConfig, { site: "help", articles: "/docs/:path*" });')
    const own = await site.init([], { answers: ['7', 'articles', '/own/:slug', 'n'] })
    expect(own.out).toContain('articles: "/own/:slug"')
    expect(own.out).toContain('Got "7".')
  })

  test('is expected as an option where nobody is and nothing is sure', async () => {
    const site = await nextSite(shelves)
    expect(await site.init(['--yes'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('--articles: expected where articles live'),
    })
    expect(await site.files()).toEqual(shelves)
    const { code } = await site.init(['--yes', '--articles', '/docs/:path*', '--site', 'manual'])
    expect(code).toBe(0)
    expect((await site.files())['next.config.ts']).toContain('{ site: "manual", articles: "/docs/:path*" }')
  })
})

describe('the files of a site', () => {
  test('below src/, in JavaScript, with its own endings', async () => {
    const site = await nextSite({
      'package.json': JSON.stringify({ name: 'kb', dependencies: { next: '16.4.5', '@helptally/next': '1.0.0' } }),
      'next.config.js': "module.exports = {\n  pageExtensions: ['page.js', 'mdx'],\n  basePath: '/help',\n}\n",
      'src/app/kb/[slug]/page.page.js': '',
      'src/app/layout.page.js': '',
      'pnpm-lock.yaml': '',
    })
    const { out } = await site.init(['--yes'])
    const { 'next.config.js': config, ...files } = await site.files()
    expect(config).toBe(
      "const { withHelptally } = require('@helptally/next/config')\n\nmodule.exports = withHelptally({\n  pageExtensions: ['page.js', 'mdx'],\n  basePath: '/help',\n}, { site: 'kb', articles: '/kb/:slug' })\n",
    )
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        '.gitignore',
        'src/app/api/help/[...path]/route.page.js',
        'src/app/help-insights/[[...view]]/page.page.js',
      ]),
    )
    expect(out).toContain('pnpm exec helptally doctor --url http://localhost:3000/help/api/help --site kb')
    expect(out).not.toContain('pnpm add')
  })

  test('a config is made where there is none, and is gone again', async () => {
    for (const tsconfig of [true, false]) {
      const before = freshWithout('next.config', ...(tsconfig ? [] : ['tsconfig']))
      const site = await nextSite(before)
      await site.init(['--yes'])
      const name = tsconfig ? 'next.config.ts' : 'next.config.mjs'
      expect((await site.files())[name]).toContain("withHelptally({}, { site: 'help', articles: '/articles/:slug' })")
      await site.init(['--undo', '--yes'])
      expect(await site.files()).toEqual(before)
    }
  })

  test('an app whose layout is below its language gets one for the dashboard', async () => {
    const before = {
      ...freshWithout('app/'),
      'app/[locale]/layout.tsx': '',
      'app/[locale]/page.tsx': '',
      'app/[locale]/articles/[slug]/page.tsx': '',
      'proxy.ts': '',
    }
    const site = await nextSite(before)
    const { out } = await site.init(['--yes'])
    const files = await site.files()
    expect(files['app/help-insights/layout.tsx']).toContain('<html lang="en">')
    expect(files['next.config.ts']).toContain('{ site: "help", articles: "/:locale/articles/:slug", home: "/:locale" }')
    expect(out).toContain('See that proxy.ts lets /api/help and /help-insights pass')
    await site.init(['--undo', '--yes'])
    expect(await site.files()).toEqual(before)
  })

  test.each([
    ['{ children }) { return children }', true],
    ['{ children }) => <>{children}</>', true],
    ['props) {\n  return (\n    <>{children}</>\n  )\n}', true],
    ['{ children }) { return <Document>{children}</Document> }', false],
  ])('a layout above that is %s leaves the document to others: %j', async (layout, leavesIt) => {
    const site = await nextSite({ ...FRESH, 'app/layout.tsx': `export default function Layout(${layout}` })
    await site.init(['--yes'])
    expect(Object.hasOwn(await site.files(), 'app/help-insights/layout.tsx')).toBe(leavesIt)
  })

  test('the ignoring of the store is left to who does it already', async () => {
    const site = await nextSite({ ...FRESH, '.gitignore': '/.helptally' })
    await site.init(['--yes'])
    expect((await site.files())['.gitignore']).toBe('/.helptally')
    await mkdir(join(site.folder, '.helptally'))
    const other = await nextSite(FRESH)
    await other.init(['--yes'])
    await mkdir(join(other.folder, '.helptally'))
    const { out } = await other.init(['--undo', '--yes'])
    expect(out).toContain('.gitignore keeps .helptally/')
    expect((await other.files())['.gitignore']).toContain('.helptally/')
  })
})

describe('what is not ours is not written over', () => {
  test('a route at the same address stops everything, and --base goes elsewhere', async () => {
    const before = { ...FRESH, 'app/(own)/api/help/[id]/route.ts': 'export const GET = () => new Response()\n' }
    const site = await nextSite(before)
    expect(await site.init(['--yes'])).toMatchObject({
      code: 1,
      error: expect.stringContaining(
        'Expected nothing at /api/help, found app/(own)/api/help/[id]/route.ts. Nothing was written.',
      ),
    })
    expect(await site.files()).toEqual(before)
    expect(await site.init(['--yes', '--base', '/api/reading'])).toMatchObject({ code: 0 })
    const files = await site.files()
    expect(Object.keys(files)).toContain('app/api/reading/[...path]/route.ts')
    expect(files['next.config.ts']).toContain('base: "/api/reading"')
    expect(await site.init(['--yes'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything is in place'),
    })
    expect(await site.init(['--yes', '--base', '/api/other'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('next.config.ts has the collector at /api/reading, and --base says /api/other'),
    })
    expect(await site.init(['--undo', '--yes'])).toMatchObject({ code: 0 })
    expect(await site.files()).toEqual(before)
  })

  test('a page where the dashboard would be, and --dashboard goes elsewhere', async () => {
    const before = { ...FRESH, 'app/help-insights/page.tsx': 'export default () => null\n' }
    const site = await nextSite(before)
    expect(await site.init(['--yes'])).toMatchObject({ code: 1, error: expect.stringContaining('--dashboard') })
    expect(await site.init(['--yes', '--dashboard', '/team/help'])).toMatchObject({ code: 0 })
    expect((await site.files())['app/team/help/[[...view]]/page.tsx']).toContain(
      'createHelpInsights({ path: "/team/help" })',
    )
    await site.init(['--undo', '--yes'])
    expect(await site.files()).toEqual(before)
  })

  test('a config that is not understood is left, the rest is written, and the lines are told', async () => {
    const config = 'const a = {};\nexport { a as default };\n'
    const site = await nextSite({ ...FRESH, 'next.config.ts': config })
    const { code, error } = await site.init(['--yes'])
    expect([code, error]).toEqual([1, expect.stringContaining('next.config.ts was left as it is')])
    expect(error).toContain("  import { withHelptally } from '@helptally/next/config';\n")
    expect(error).toContain(
      "  export default withHelptally(/* your config */, { site: 'help', articles: '/articles/:slug' });",
    )
    const files = await site.files()
    expect(files['next.config.ts']).toBe(config)
    expect(Object.keys(files)).toContain(ROUTE)
  })

  test('what was edited since is left by --undo, and named', async () => {
    const site = await nextSite(FRESH)
    await site.init(['--yes'])
    const edited = `${(await site.files())[ROUTE]}// with care\n`
    await site.write({ [ROUTE]: edited })
    const { code, error } = await site.init(['--undo', '--yes'])
    expect([code, error]).toEqual([1, expect.stringContaining(`${ROUTE} was left as it is`)])
    expect(await site.files()).toEqual({ ...FRESH, [ROUTE]: edited })
  })

  test('routes that were written by hand elsewhere are in place', async () => {
    const hand = {
      'app/(own)/api/numbers/[...path]/route.ts': "import { createHelpHandlers } from '@helptally/next/server'\n",
      'app/[locale]/insights/[[...view]]/page.tsx':
        "export { HelpInsights as default } from '@helptally/next/dashboard'\n",
    }
    const site = await nextSite({ ...FRESH, ...hand })
    expect(await site.init(['--yes'])).toMatchObject({ code: 0 })
    const files = await site.files()
    expect(Object.keys(files).sort()).toEqual(Object.keys({ ...FRESH, ...hand }).sort())
    expect(files['next.config.ts']).toContain('base: "/api/numbers"')
  })
})

describe('what it cannot do is said with a way on', () => {
  test.each([
    ['no Next', { 'package.json': '{}' }, [], /found no "next" in its package.json/],
    [
      'an old Next',
      { ...FRESH, 'package.json': PACKAGE.replace('^16.3.0', '13.5.11') },
      [],
      /Expected Next.js 14\.2 or later, found 13\.5\.11.*helptally serve/,
    ],
    [
      'an installed Next that is older than the range tells',
      { ...FRESH, 'node_modules/next/package.json': '{"version":"14.1.4"}' },
      [],
      /found 14\.1\.4/,
    ],
    [
      'a collector in the Pages Router that is no API route',
      FRESH_PAGES,
      ['--base', '/collect'],
      /Expected --base below \/api, .*got \/collect/,
    ],
    ['no router', freshWithout('app/'), [], /found neither/],
    [
      'a static export',
      { ...FRESH, 'next.config.ts': "export default { output: 'export' }\n" },
      [],
      /static export has no route handlers.*--base https/,
    ],
    [
      'a config that Next does not read',
      { ...freshWithout('next.config'), 'next.config.cjs': 'module.exports = {}' },
      [],
      /found next\.config\.cjs, which Next does not read/,
    ],
    ['a package.json that is none', { 'package.json': '{' }, [], /package\.json cannot be read/],
  ])('%s', async (_, files, args, message) => {
    const site = await nextSite(files)
    expect(await site.init(['--yes', ...args])).toMatchObject({ code: 1, error: expect.stringMatching(message) })
    expect(await site.files()).toEqual(files)
  })

  test.each([
    [['--articles', 'articles'], '--articles'],
    [['--site', ''], '--site'],
    [['--base', 'api'], '--base'],
    [['--base', '/api/../help'], '--base'],
    [['--dashboard', '/[x]'], '--dashboard'],
    [['--wrong'], '--wrong'],
  ])('%j is not understood', async (args, named) => {
    const site = await nextSite(FRESH)
    expect(await site.init(args)).toMatchObject({ code: 2, error: expect.stringContaining(named) })
  })

  test('a collector elsewhere needs the config alone', async () => {
    const before = { ...FRESH, 'next.config.ts': "export default { output: 'export' }\n" }
    const site = await nextSite(before)
    expect(await site.init(['--yes', '--base', 'https://count.example/in'])).toMatchObject({ code: 0 })
    expect(await site.files()).toEqual({
      ...before,
      'next.config.ts':
        "import { withHelptally } from '@helptally/next/config'\n\nexport default withHelptally({ output: 'export' }, { site: 'help', articles: '/articles/:slug', base: 'https://count.example/in' })\n",
    })
  })
})

describe('a repository of several apps', () => {
  const inFolder = (folder: string) =>
    Object.fromEntries(Object.entries(freshWithout('.gitignore')).map(([path, text]) => [`${folder}/${path}`, text]))
  const root = { 'package.json': '{"workspaces":["apps/*"]}', '.gitignore': 'node_modules\n', 'yarn.lock': '' }

  test('of which one is of Next', async () => {
    const before = { ...root, ...inFolder('apps/docs'), 'apps/api/package.json': '{}' }
    const site = await nextSite(before)
    const { code, out } = await site.init(['--yes'])
    expect([code, out]).toEqual([0, expect.stringContaining('yarn add @helptally/next')])
    const files = await site.files()
    expect(files['.gitignore']).toBe('node_modules\n.helptally/\n')
    expect(Object.keys(files)).toContain(`apps/docs/${ROUTE}`)
    await site.init(['--undo', '--yes'])
    expect(await site.files()).toEqual(before)
  })

  test('of which several are', async () => {
    const site = await nextSite({ ...root, ...inFolder('apps/docs'), ...inFolder('apps/shop') })
    expect(await site.init(['--yes'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('--dir: expected one of apps/docs, apps/shop'),
    })
    const { code } = await site.init([], { answers: ['2', '', 'y'] })
    expect(code).toBe(0)
    expect(Object.keys(await site.files())).toContain(`apps/shop/${ROUTE}`)
  })
})

test('a file that changes while a person thinks is not written over, nor is any other', async () => {
  const site = await nextSite(FRESH)
  const answers = async (question: string) => {
    if (question.startsWith('Change')) await site.write({ 'next.config.ts': 'export default {}\n' })
    return question.startsWith('Change') ? 'y' : ''
  }
  expect(await site.init([], { answers })).toMatchObject({
    code: 1,
    error: expect.stringContaining('next.config.ts has changed since it was read, so nothing was written'),
  })
  expect(await site.files()).toEqual({ ...FRESH, 'next.config.ts': 'export default {}\n' })
})
