import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from '@jest/globals'
import { SMTPServer } from 'smtp-server'
import { digestLetter } from '../src/digest/digestLetter.js'
import { type Digest, readDigest } from '../src/digest/readDigest.js'
import { lastWeek, weekOf } from '../src/digest/week.js'
import { htmlOf } from '../src/letters/html.js'
import { markdownOf } from '../src/letters/markdown.js'
import { seedStore } from '../src/seed/seedStore.js'
import { MINUTE, NOON, opening, SITE } from './helpers/events.js'
import { read, storeOf } from './helpers/reports.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { setEnv, tempFolder, tempStore } from './helpers/temp.js'

const DAY = 24 * 60 * MINUTE
const WEEK = weekOf('2026-03-10')

describe('the week', () => {
  test.each([
    ['2026-03-09', '2026-03-09', '2026-03-16'],
    ['2026-03-15', '2026-03-09', '2026-03-16'],
    ['2026-01-01', '2025-12-29', '2026-01-05'],
  ])('of %s begins on Monday', (day, from, to) => {
    expect(weekOf(day)).toEqual({ from, to })
  })

  test('that is over depends on the time zone', () => {
    const sunday = Date.parse('2026-03-15T23:30Z')
    expect(lastWeek(sunday, 'UTC').from).toBe('2026-03-02')
    expect(lastWeek(sunday, 'Europe/Madrid').from).toBe('2026-03-09')
  })
})

test('a digest has the numbers of the reports, of the week and of the week before', async () => {
  const store = await tempStore()
  await seedStore(store, { site: SITE, days: 16, now: Date.parse('2026-03-17T00:00Z'), articles: ['a', 'b', 'c'] })
  const digest = await readDigest(store, { site: SITE, tz: 'UTC', week: WEEK, now: NOON + 7 * DAY })
  const asked = (week: { from: string; to: string }) => ({ ...week, tz: 'UTC' })
  const before = { from: '2026-03-02', to: '2026-03-09' }
  const [sessions, sessionsBefore, outcomes, searches, articles] = await Promise.all([
    read(store, 'sessions', asked(WEEK)),
    read(store, 'sessions', asked(before)),
    read(store, 'outcomes', asked(WEEK)),
    read(store, 'searches', asked(before)),
    read(store, 'articles', asked(WEEK)),
  ])
  expect(digest.sessions).toEqual({ now: sessions.totals.sessions, before: sessionsBefore.totals.sessions })
  expect(digest.sessions.before).toBeGreaterThan(0)
  expect(digest.entries.search_enter.now).toBe(sessions.totals.search_enter)
  expect(digest.rates.contact.now).toEqual(outcomes.totals.contact)
  expect(digest.rates.found.now.n).toBe(outcomes.totals.sessions)
  expect(digest.rates.success.before).toEqual(searches.totals.success)
  expect(digest.toMend.map(({ article }) => article)).toEqual(
    articles.rows.filter(({ failed }) => failed.rate! > 0).map(({ article }) => article),
  )
  expect(digest.synthetic).toBe(true)
}, 60_000)

const opens = (article: string, times: number, at: number) =>
  Array.from({ length: times }, (_, i) => {
    const id = crypto.randomUUID()
    return opening({ id, tabId: id, sessionId: id, article: { id: article }, ts: at + i * MINUTE })
  })

test('an article moves however many others have more to tell', async () => {
  const others = Array.from({ length: 205 }, (_, i) => opens(`article-${i}`, 3, NOON)).flat()
  const store = await storeOf(...opens('fell', 25, NOON - 7 * DAY), ...opens('fell', 1, NOON), ...others)
  const { movers } = await readDigest(store, { site: SITE, tz: 'UTC', week: WEEK, now: NOON + 7 * DAY })
  expect(movers).toEqual([{ article: 'fell', opens: { now: 1, before: 25 } }])
}, 60_000)

test('an article moves when it is opened much more or much less than in the week before', async () => {
  const [before, now] = [NOON - 7 * DAY, NOON]
  const store = await storeOf(
    ...([...opens('fell', 25, before), ...opens('fell', 2, now), ...opens('rose', 21, now)] as const),
    ...opens('same', 15, before),
    ...opens('same', 15, now),
    ...opens('rare', 9, now),
  )
  const { movers } = await readDigest(store, { site: SITE, tz: 'UTC', week: WEEK, now: NOON + 7 * DAY })
  expect(movers).toEqual([
    { article: 'fell', opens: { now: 2, before: 25 } },
    { article: 'rose', opens: { now: 21, before: 0 } },
  ])
}, 60_000)

const none = { now: { rate: null, n: 0 }, before: { rate: null, n: 0 } }
const HOSTILE = '<script>alert("1")</script> `@channel` [x](https://evil.example) | &amp;'
const hostile: Digest = {
  site: HOSTILE,
  tz: 'UTC',
  week: WEEK,
  synthetic: false,
  sessions: { now: 1_234, before: 1_000 },
  entries: {
    article_click: { now: 0, before: 0 },
    direct_link: { now: 1_234, before: 1_000 },
    search_enter: { now: 0, before: 1 },
  },
  rates: { success: none, found: none, contact: none, helpfulness: { now: { rate: 0.5, n: 4 }, before: none.before } },
  gaps: [],
  toMend: [],
  movers: [{ article: HOSTILE, opens: { now: 30, before: 2 } }],
}

describe('a letter', () => {
  const letter = digestLetter(hostile, { locale: 'en', dashboard: 'https://help.example/help-insights?lang=en' })

  test('says each number with its change, and what there is nothing of', () => {
    expect(letter.figures.map(({ value, of, change }) => [value, of, change])).toEqual([
      ['1,234', '', '+23%'],
      ['0', '', 'nothing to compare with'],
      ['1,234', '', '+23%'],
      ['0', '', '-100%'],
      ['–', 'of 0', 'nothing to compare with'],
      ['–', 'of 0', 'nothing to compare with'],
      ['50%', 'of 4', 'nothing to compare with'],
      ['–', 'of 0', 'nothing to compare with'],
    ])
    expect(markdownOf(letter)).toContain('## Looked for in vain\n\nNo search failed often enough to be shown.')
  })

  test('leads to the dashboard of that week', () => {
    expect(letter.link!.href).toBe('https://help.example/help-insights?lang=en&from=2026-03-09&to=2026-03-15')
  })

  test('has a name for a query of neither letters nor digits', () => {
    const gap = { query: '', failed: { rate: 1, n: 3 } } as unknown as Digest['gaps'][number]
    const { lists } = digestLetter({ ...hostile, gaps: [gap] }, { locale: 'en', dashboard: '' })
    expect(lists[0]!.items).toEqual([{ name: '(neither letters nor digits)', note: '3 of 3 failed' }])
  })

  test('speaks Spanish', () => {
    const { title, lead } = digestLetter({ ...hostile, site: 'docs' }, { locale: 'es', dashboard: '' })
    expect(title).toBe('La semana en docs')
    expect(lead).toBe('9–15 de marzo de 2026, de lunes a domingo en UTC, frente a la semana anterior.')
  })

  test('is safe against what is written in it: in HTML', () => {
    const html = htmlOf(letter)
    expect(html).not.toContain('<script')
    expect(html).toContain('<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
    expect(html).toContain('&amp;amp;')
  })

  test('is safe against what is written in it: in Markdown', () => {
    const markdown = markdownOf(letter)
    expect(markdown).toMatch(/^# The week in \\<script\\>/)
    const name = '`<script>alert("1")</script> \'@channel\' [x](https://evil.example) | &amp;`'
    expect(markdown).toContain(`1. ${name}: opened 30 times, before 2`)
  })
})

describe('helptally digest', () => {
  const servers: SMTPServer[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(resolve))))
  })

  /** A mail server on a port of its own; what it took, by the addresses it was sent to. */
  async function mailServer({ takes = true } = {}) {
    const taken: { from: string; to: string[]; raw: string }[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username }, _, done) => done(takes ? null : new Error('Wrong password'), { user: username }),
      async onData(stream, { envelope }, done) {
        const raw = await text(stream)
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      },
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const { port } = server.server.address() as AddressInfo
    return { taken, url: `smtp://help:secret@127.0.0.1:${port}` }
  }

  const digest = async (...args: readonly string[]) =>
    runInTerminal(['digest', '--store', `duckdb:${await tempFolder()}`, '--site', 'docs', ...args])
  const MAILED = ['--to', 'a@help.example, b@help.example', '--from', 'Help <help@help.example>']

  test('prints the last week that is over, as Markdown or as HTML', async () => {
    expect(await digest()).toMatchObject({ code: 0, out: expect.stringMatching(/^# The week in docs\n/) })
    const { out } = await digest('--format', 'html', '--lang', 'es', '--week', '2026-03-10')
    expect(out).toMatch(/^<!doctype html>\n<html lang="es">/)
    expect(out).toContain('9–15 de marzo de 2026')
  })

  test('mails it, as text and as HTML, to all who are named', async () => {
    const { taken, url } = await mailServer()
    setEnv('HELPTALLY_SMTP', url)
    const { code, out } = await digest(...MAILED)
    expect({ code, out }).toEqual({
      code: 0,
      out: '[helptally] Sent "The week in docs" to a@help.example, b@help.example.',
    })
    expect(taken).toMatchObject([{ from: 'help@help.example', to: ['a@help.example', 'b@help.example'] }])
    expect(taken[0]!.raw).toMatch(/^Subject: The week in docs\r$/m)
    expect(taken[0]!.raw).toMatch(/^Content-Type: multipart\/alternative/m)
    expect(taken[0]!.raw.match(/^Content-Type: text\/(plain|html)/gm)).toHaveLength(2)
  })

  test('that no mail server takes says so without its password', async () => {
    const { taken, url } = await mailServer({ takes: false })
    setEnv('HELPTALLY_SMTP', url)
    const { code, error } = await digest(...MAILED)
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^\[helptally\] The mail server 127\.0\.0\.1:\d+ did not take the mail: [^\n]+$/),
    })
    expect(error).not.toContain('secret')
    expect(taken).toEqual([])
  })

  test.each([
    [['--week', '2026-02-31'], /--week: expected a day/],
    [['--lang', 'fr'], /--lang: expected en or es, got "fr"/],
    [['--format', 'pdf'], /--format: expected markdown or html, got "pdf"/],
    [['--tz', 'Mars'], /--tz: expected an IANA time zone/],
    [['--dashboard', 'javascript:alert(1)'], /--dashboard: expected the address/],
    [['--to', 'a@b.example'], /Expected --from/],
    [['--to', 'a@b.example', '--from', 'c@d.example'], /Expected HELPTALLY_SMTP/],
  ])('that is not understood says what was expected: %j', async (args, reason) => {
    setEnv('HELPTALLY_SMTP', '')
    const { code, error } = await digest(...args)
    expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(reason) })
  })
})
