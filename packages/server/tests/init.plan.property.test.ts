import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadParser, type ParseModule } from '../src/init/config/parseModule.js'
import { nextConfigFile } from '../src/init/nextConfigFile.js'
import type { Plan } from '../src/init/plan.js'
import { planInit } from '../src/init/planInit.js'
import { planUndo } from '../src/init/planUndo.js'
import type { Project } from '../src/init/project.js'
import { nextConfigs } from './helpers/nextConfigs.js'

let parse: ParseModule
beforeAll(async () => {
  parse = await loadParser()
})

const IGNORING = ['node_modules\n', 'node_modules', '# own\r\nnode_modules\r\n', 'a\r\nb', '\n\n', '.helptally-other\n']
const LAYOUTS = ['app/layout.tsx', 'app/(site)/layout.tsx', 'app/[locale]/layout.tsx']
const PAGES = ['pages/_app.tsx', 'src/pages/docs/[slug].tsx']
const ENDINGS = { typescript: ['next.config.ts', 'next.config.mts'], javascript: ['next.config.js', 'next.config.mjs'] }

const sites = fc
  .record({
    config: fc.option(nextConfigs),
    ending: fc.nat(1),
    ignoring: fc.option(fc.constantFrom(...IGNORING)),
    file: fc.constantFrom(...LAYOUTS, ...PAGES),
    isTypeScript: fc.boolean(),
    base: fc.constantFrom('/api/help', '/api/reading', 'https://count.example/in'),
    dashboard: fc.constantFrom('/help-insights', '/team/numbers', null),
    home: fc.option(fc.constant('/:locale'), { nil: undefined }),
  })
  .map(({ config, ending, ignoring, file, isTypeScript, ...choices }) => {
    const files = new Map([[file, 'export default () => null\n']])
    if (config) files.set(ENDINGS[config.isTypeScript ? 'typescript' : 'javascript'][ending]!, config.text)
    if (ignoring !== null) files.set('.gitignore', ignoring)
    return { files, isTypeScript, choices: { site: "it's", articles: '/docs/:slug*', ...choices } }
  })

/** As `readProject` finds it. */
const folderOf = (files: ReadonlyMap<string, string>, router: string): string | null =>
  [router, `src/${router}`].find((folder) => [...files.keys()].some((file) => file.startsWith(`${folder}/`))) ?? null

function projectOf(files: ReadonlyMap<string, string>, isTypeScript: boolean): Project {
  return {
    ...{ name: 'help', next: { version: '16.4.5', isInstalled: true }, hasHelptally: true, isTypeScript },
    ...{ app: folderOf(files, 'app'), pages: folderOf(files, 'pages'), hasStore: false, files },
    ignoreFiles: files.has('.gitignore') ? ['.gitignore'] : [],
  }
}

function applied(files: ReadonlyMap<string, string>, { changes }: Plan): Map<string, string> {
  const after = new Map(files)
  for (const { path, before, after: text } of changes) {
    expect(after.get(path) ?? null).toBe(before)
    if (text === null) after.delete(path)
    else after.set(path, text)
  }
  return after
}

test('init twice is init once, and init undone is nothing, byte for byte', () => {
  fc.assert(
    fc.property(sites, ({ files, isTypeScript, choices }) => {
      const initOf = (of: ReadonlyMap<string, string>) => {
        const project = projectOf(of, isTypeScript)
        return planInit(project, nextConfigFile(project, parse), choices, parse)
      }
      const undoOf = (of: ReadonlyMap<string, string>) => {
        const project = projectOf(of, isTypeScript)
        return planUndo(project, nextConfigFile(project, parse), parse)
      }
      const first = initOf(files)
      expect(first.byHand).toEqual([])
      const once = applied(files, first)
      expect(initOf(once).changes).toEqual([])

      const undo = undoOf(once)
      expect(undo.byHand).toEqual([])
      const back = applied(once, undo)
      expect(Object.fromEntries(back)).toEqual(Object.fromEntries(files))
      expect(undoOf(back).changes).toEqual([])
    }),
    { numRuns: 500 },
  )
})
