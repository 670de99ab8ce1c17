/** Where an entry's code runs, and so what it must never reach. */
export type Place = 'anywhere' | 'page' | 'server' | 'tests'

export interface Entry {
  readonly place: Place
  /** All of it in one file, what it loads later too: minified, brotli, without what a site brings (React, Next, DuckDB, msw, jest). */
  readonly bytes: number
  /** Every package that it reaches, at any depth. */
  readonly reaches: readonly string[]
}

const ENGINE = ['@helptally/core', 'web-vitals', 'zustand']
const ENGINE_AND_CHAT = ['@helptally/core', '@noble/hashes', 'web-vitals', 'zustand']
const COLLECTOR = [
  '@clickhouse/client',
  '@duckdb/node-api',
  '@fastify/busboy',
  '@helptally/core',
  'csv-parse',
  'csv-stringify',
  'isbot',
  'node:*',
  'valibot',
]
const COMMANDS = ['@sveltejs/acorn-typescript', 'acorn', 'diff', 'nodemailer']
const CHARTS = [
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'd3-time',
  'd3-time-format',
]

/** Each entry of each package. Sizes as of 27 November 2026: an entry that outgrows its own by a tenth fails; lower one when it got lighter. */
export const ENTRIES: Readonly<Record<string, Entry>> = {
  '@helptally/core': { place: 'anywhere', bytes: 4_483, reaches: [] },
  '@helptally/core/schema': { place: 'anywhere', bytes: 5_529, reaches: ['valibot'] },
  '@helptally/core/page': { place: 'anywhere', bytes: 789, reaches: [] },
  '@helptally/core/conformance': { place: 'anywhere', bytes: 13_695, reaches: ['valibot'] },
  '@helptally/core/redact': { place: 'anywhere', bytes: 585, reaches: [] },

  '@helptally/browser': { place: 'page', bytes: 27_111, reaches: ENGINE_AND_CHAT },
  '@helptally/browser/ports': { place: 'page', bytes: 2_181, reaches: [] },
  '@helptally/browser/simulation': { place: 'page', bytes: 22_732, reaches: ENGINE },
  '@helptally/browser/devtools': { place: 'page', bytes: 31_796, reaches: [...ENGINE, 'valibot'] },

  '@helptally/server': { place: 'server', bytes: 166_849, reaches: COLLECTOR },
  '@helptally/server/reports': { place: 'anywhere', bytes: 64, reaches: [] },
  '@helptally/server/client': { place: 'anywhere', bytes: 1_022, reaches: [] },
  '@helptally/server/cli': { place: 'server', bytes: 340_318, reaches: [...COLLECTOR, ...COMMANDS] },

  '@helptally/dashboard': { place: 'anywhere', bytes: 87_235, reaches: ['@helptally/core', ...CHARTS, 'react'] },

  '@helptally/next': {
    place: 'page',
    bytes: 8_072,
    reaches: ['@helptally/browser', ...ENGINE_AND_CHAT, 'next', 'react'],
  },
  // Without the overlay of development, which a build for production leaves out, it is the size of `instrument`.
  '@helptally/next/component': {
    place: 'page',
    bytes: 33_722,
    reaches: ['@helptally/browser', ...ENGINE_AND_CHAT, 'react', 'valibot'],
  },
  '@helptally/next/config': { place: 'server', bytes: 1_558, reaches: ['node:*'] },
  '@helptally/next/instrument': { place: 'page', bytes: 23_575, reaches: ['@helptally/browser', ...ENGINE_AND_CHAT] },
  '@helptally/next/instrument-with-devtools': {
    place: 'page',
    bytes: 31_897,
    reaches: ['@helptally/browser', ...ENGINE_AND_CHAT, 'valibot'],
  },
  '@helptally/next/server': { place: 'server', bytes: 160_940, reaches: ['@helptally/server', ...COLLECTOR] },
  '@helptally/next/pages': { place: 'server', bytes: 162_024, reaches: ['@helptally/server', ...COLLECTOR] },
  '@helptally/next/dashboard': {
    place: 'server',
    bytes: 186_973,
    reaches: ['@helptally/dashboard', '@helptally/server', ...COLLECTOR, ...CHARTS, 'next', 'react'],
  },

  '@helptally/testing': {
    place: 'tests',
    bytes: 35_458,
    reaches: ['@helptally/browser', ...ENGINE_AND_CHAT, 'msw', 'valibot'],
  },
  '@helptally/testing/jest': {
    place: 'tests',
    bytes: 3_403,
    reaches: ['@helptally/browser', ...ENGINE_AND_CHAT, '@jest/globals'],
  },
  '@helptally/testing/vitest': {
    place: 'tests',
    bytes: 3_403,
    reaches: ['@helptally/browser', ...ENGINE_AND_CHAT, 'vitest'],
  },
  '@helptally/testing/node': {
    place: 'tests',
    bytes: 3_403,
    reaches: ['@helptally/browser', ...ENGINE_AND_CHAT, 'jsdom', 'node:*'],
  },
  '@helptally/testing/playwright': { place: 'tests', bytes: 9_712, reaches: ['@helptally/core', 'node:*', 'valibot'] },
}
