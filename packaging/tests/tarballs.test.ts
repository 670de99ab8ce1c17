import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { PACKAGES } from './support/packages.js'
import { packTarballs } from './support/tarballs.js'

const folder = await mkdtemp(join(tmpdir(), 'helptally-tarballs-'))
const tarballs = await packTarballs(folder)
afterAll(() => rm(folder, { recursive: true, force: true }))

const MEANT =
  /^(dist\/.+\.(js|d\.ts)|dist\/conformance\/traces\/[\w-]+\.json|bin\/helptally\.js|README\.md|LICENSE|package\.json)$/

test('every package is packed', () => {
  expect(tarballs.map(({ name }) => name).sort()).toEqual(PACKAGES.map(({ manifest }) => manifest.name).sort())
})

test.each(tarballs)('$name carries its code, its types, its README and the license, and nothing else', ({ files }) => {
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/index.js']))
  expect(files.filter((file) => !MEANT.test(file) || /\.test\.|\.map$/.test(file))).toEqual([])
})

test.each(tarballs)('no two files of $name differ in the case of their letters alone', ({ files }) => {
  const alike = Object.values(Object.groupBy(files, (file) => file.toLowerCase()))
  expect(alike.filter((group) => group!.length > 1)).toEqual([])
})
