import { describe, expect, test } from '@jest/globals'
import type { DashboardLocale } from '../src/index.js'
import { en } from '../src/messages/en.js'
import { es } from '../src/messages/es.js'
import { everyPage } from './everyPage.js'
import { overview, textOf } from './page.js'
import { sessionsReport, someDays } from './reports.js'

const REPORT_DEFINITIONS = /^definitions\./
/** Names of products are no words. */
const NAMES = /^channel\./

/** Every word by its path: `chart.title`. */
function leavesOf(words: object, path = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'object' && value !== null ? leavesOf(value, here) : [[here, value] as [string, unknown]]
  })
}

const keysOf = (words: object) =>
  leavesOf(words)
    .map(([key]) => key)
    .filter((key) => !REPORT_DEFINITIONS.test(key))

test('both languages have every word', () => {
  expect(keysOf(es)).toEqual(keysOf(en))
  for (const [key, word] of [...leavesOf(en), ...leavesOf(es)])
    expect({ key, isEmpty: word === '' || word == null }).toEqual({ key, isEmpty: false })
})

test('only a word that both languages share is the same in both', () => {
  const spanish = new Map(leavesOf(es))
  const same = leavesOf(en).filter(([key, word]) => typeof word === 'string' && word === spanish.get(key))
  expect(same.map(([key]) => key).filter((key) => !NAMES.test(key))).toEqual(['chart.total'])
})

/** What stands on the pages, without code, which is the same in every language. */
const readingOf = (locale: DashboardLocale) =>
  textOf(
    Object.values(everyPage(locale))
      .join(' ')
      .replace(/<code.*?<\/code>/gs, ''),
  )

test('no English sentence is left in Spanish', () => {
  const reading = readingOf('es')
  const spanish = new Map(leavesOf(es))
  const left = leavesOf(en).filter(
    ([key, word]) =>
      typeof word === 'string' &&
      word !== spanish.get(key) &&
      new RegExp(`(?<!\\p{L})${literally(word)}(?!\\p{L})`, 'u').test(reading),
  )
  expect(left).toEqual([])
})

test('no English key word is left in Spanish', () => {
  const words =
    /\b(sessions?|search(es)?|articles?|click|idle|ended|started|reader|today|from|days?|activity|good|poor|version|the|of)\b/gi
  expect(readingOf('es').match(words) ?? []).toEqual([])
  expect(readingOf('en').match(words)!.length).toBeGreaterThan(100)
})

describe('numbers and days', () => {
  const sessions = sessionsReport([[12_345, 0, 0], ...someDays(6)])

  test('are written the English way', () => {
    const text = textOf(overview({ sessions }))
    expect(text).toContain('12,3')
    expect(text).toContain('Sun, 22 Nov 2026')
  })

  test('are written the Spanish way', () => {
    const text = textOf(overview({ sessions, locale: 'es' }))
    expect(text).toContain('12.3')
    expect(text).toContain('dom, 22 nov 2026')
    expect(text).not.toContain('Nov')
  })
})

describe('the definition of a report', () => {
  const sessions = sessionsReport(someDays(7))
  const page = (version: number, locale: DashboardLocale) =>
    overview({ locale, sessions: { ...sessions, definition: { ...sessions.definition, version } } })

  test('is the server’s own in English', () => {
    expect(page(1, 'en')).toContain('What the server says a session is.')
  })

  test('is translated for the version that the translation knows', () => {
    expect(page(3, 'es')).not.toContain('What the server says a session is.')
  })

  test('stays English, and says so, where the version is newer than the translation', () => {
    expect(page(4, 'es')).toContain('<span lang="en">What the server says a session is.</span>')
  })
})

describe('the formula of a number', () => {
  const sessions = sessionsReport(someDays(7))
  const metrics = { sessions: { counts: 'what the server counts', of: 'what it divides by' } }
  const page = (version: number, locale: DashboardLocale) =>
    overview({ locale, sessions: { ...sessions, definition: { ...sessions.definition, version, metrics } } })

  test('is the server’s own in English', () => {
    expect(page(3, 'en')).toContain('Formula: <code>(what the server counts) / (what it divides by)</code>')
  })

  test('is translated with its definition, and stays English where that is newer', () => {
    expect(page(3, 'es')).toContain('Fórmula: <code>sesiones que empezaron en el intervalo</code>')
    expect(page(4, 'es')).toContain('<code lang="en">(what the server counts) / (what it divides by)</code>')
  })
})

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
