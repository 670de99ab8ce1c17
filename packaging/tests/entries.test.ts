import { beforeAll, describe, expect, test } from '@jest/globals'
import { ENTRIES, type Place } from './entries.js'
import { type Bundled, bundleEntry } from './support/bundleEntry.js'
import { entriesOf, PACKAGES, packageOf } from './support/packages.js'

const ROOM = 1.1

const OF_A_SERVER = ['node:*', '@helptally/server', '@clickhouse/client', '@duckdb/node-api']
const NEVER: Readonly<Record<Place, readonly string[]>> = {
  anywhere: OF_A_SERVER,
  page: OF_A_SERVER,
  server: ['@helptally/browser'],
  tests: ['@helptally/server', '@clickhouse/client', '@duckdb/node-api'],
}
const MAY_REACH_REACT = [
  '@helptally/dashboard',
  '@helptally/next',
  '@helptally/next/component',
  '@helptally/next/dashboard',
]

test('the table has each entry of each package, and no other', () => {
  expect(Object.keys(ENTRIES).sort()).toEqual(PACKAGES.flatMap(({ manifest }) => entriesOf(manifest)).sort())
})

describe.each(Object.entries(ENTRIES))('%s', (entry, { place, bytes, reaches }) => {
  let bundled: Bundled
  beforeAll(async () => {
    bundled = await bundleEntry(entry)
  })

  test('reaches the packages that the table has, and no other', () => {
    expect(bundled.reaches).toEqual([...reaches].sort())
  })

  test('reaches nothing that has no place where it runs', () => {
    const never = [...NEVER[place], ...(MAY_REACH_REACT.includes(entry) ? [] : ['react', 'react-dom', 'next'])]
    expect(bundled.reaches.filter((name) => never.includes(name))).toEqual([])
  })

  test('keeps to its size', () => {
    expect(bundled.bytes).toBeLessThanOrEqual(bytes * ROOM)
  })
})

test('the core reaches nobody but the library of its schema', () => {
  const entries = Object.entries(ENTRIES).filter(([entry]) => packageOf(entry) === '@helptally/core')
  expect(new Set(entries.flatMap(([, { reaches }]) => reaches))).toEqual(new Set(['valibot']))
})
