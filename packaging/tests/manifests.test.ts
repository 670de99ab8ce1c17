import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { importsOf } from './support/importsOf.js'
import { PACKAGES, packageOf, REPOSITORY } from './support/packages.js'

const HOME = 'https://github.com/helptally/helptally'
const SCREEN_LINES = 60
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/

describe.each(PACKAGES.map(({ manifest, folder }) => [manifest.name, manifest, folder] as const))(
  '%s',
  (name, manifest, folder) => {
    test('says what it is, where it comes from and how it is published', () => {
      const directory = `packages/${name.replace('@helptally/', '')}`
      expect(manifest).toMatchObject({
        description: expect.stringMatching(/\w.*\.$/),
        keywords: expect.arrayContaining(['helptally']),
        homepage: `${HOME}/tree/main/${directory}#readme`,
        bugs: `${HOME}/issues`,
        repository: { type: 'git', url: `git+${HOME}.git`, directory },
        license: 'MIT',
        author: 'The Helptally authors',
        type: 'module',
        engines: { node: '>=22.13' },
        publishConfig: { access: 'public', provenance: true },
        exports: { './package.json': './package.json' },
      })
      expect(manifest).toHaveProperty('sideEffects')
    })

    test('has types and code for each entry, and the same code under every condition', () => {
      for (const target of Object.values(manifest.exports)) {
        if (typeof target === 'string') continue
        expect(Object.keys(target)).toEqual(['types', 'default'])
        for (const file of Object.values(target)) expect([file, existsSync(join(folder, file))]).toEqual([file, true])
      }
    })

    test('depends on one version of each package', () => {
      const loose = Object.entries(manifest.dependencies ?? {}).filter(([, version]) => !EXACT.test(version))
      expect(loose).toEqual([])
    })

    test('declares what it imports, and nothing else', async () => {
      const { dependencies, peerDependencies } = manifest
      const imported = new Set((await importsOf(folder)).filter((specifier) => !isBuiltin(specifier)).map(packageOf))
      const declared = Object.keys({ ...dependencies, ...peerDependencies })
      expect([...imported].filter((other) => !declared.includes(other))).toEqual([])
      expect(Object.keys(dependencies ?? {}).filter((other) => !imported.has(other))).toEqual([])
    })

    test('carries the license of the repository', async () => {
      const [own, ours] = await Promise.all(
        [folder, REPOSITORY].map((place) => readFile(join(place, 'LICENSE'), 'utf8')),
      )
      expect(own).toBe(ours)
    })

    test('has a README of one screen, whose links lead somewhere from npm too', async () => {
      const readme = await readFile(join(folder, 'README.md'), 'utf8')
      expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(SCREEN_LINES)
      const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!)
      expect(links.filter((link) => !link.startsWith('https://'))).toEqual([])
      const files = links.flatMap((link) => new RegExp(`^${HOME}/(?:blob|tree)/main/([^#]+)`).exec(link)?.[1] ?? [])
      expect(files.length).toBeGreaterThan(0)
      expect(files.filter((file) => !existsSync(join(REPOSITORY, file)))).toEqual([])
    })
  },
)
