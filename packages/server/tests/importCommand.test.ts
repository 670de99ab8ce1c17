import { describe, expect, test } from '@jest/globals'
import { MINUTE, NOON } from './helpers/events.js'
import { logFile, logLine } from './helpers/logLines.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const ARTICLES = ['--site', 'docs', '--articles', '/:locale/articles/:slug']
const minutes = [0, 4, 12, 60]
const lines = [
  ...minutes.map((minute) => logLine({ at: NOON + minute * MINUTE })),
  logLine({ at: NOON, target: '/a.css', referer: 'https://www.help.example/en' }),
  'nothing',
]

async function here(): Promise<{ folder: string; store: readonly string[] }> {
  const folder = await tempFolder()
  return { folder, store: ['--store', `duckdb:${folder}`] }
}

describe('helptally import', () => {
  test('says what became of each line, and how both rules would count it', async () => {
    const { folder, store } = await here()
    const file = await logFile(lines)
    const { code, out, error, progress } = await runInTerminal(['import', file, ...ARTICLES, ...store])
    expect(error).toBe(`[helptally] ${file}, line 6: expected an address, an identity, a user and [, at character 1`)
    expect(out).toBe(
      [
        `[helptally] duckdb:${folder} has taken 4 page views, marked as imported.`,
        '  4  page views taken',
        '  0  page views that are here already',
        '  0  no GET',
        '  0  answered with neither 2xx nor 304',
        '  1  images, styles, scripts and the like',
        '  0  other pages',
        '  0  views by robots',
        '  1  broken lines',
        '  6  lines read',
        'Links on help.example count as clicks; --host says otherwise.',
        '3 sessions begin with these views, by the rule of five minutes.',
        '2 would, by the half hour of web analytics: to compare with, not what Helptally counts.',
      ].join('\n'),
    )
    const opened = await tempStore({ folder })
    const [session] = await opened.query<{ id: string }>('select s.id::varchar as id from sessions s')
    await opened.close()
    const explained = await runInTerminal(['explain', session!.id, ...store])
    expect(explained.out).toContain('Read out of an access log: its visitor and its tab are guesses.')
    expect(progress).toEqual([`6 lines read, in ${file}`, '4 of 4 page views taken'])
    expect(code).toBe(0)
  })

  test('says it as JSON, alone on the standard output', async () => {
    const { store } = await here()
    const file = await logFile(lines)
    const { out } = await runInTerminal(['import', file, '--json', ...ARTICLES, ...store])
    const receipt = JSON.parse(out)
    expect(receipt).toMatchObject({ lines: 6, taken: 4, sessions: 3, web_analytics_sessions: 2, interrupted: false })
    const skipped = Object.values<number>(receipt.skipped).reduce((sum, n) => sum + n, 0)
    expect(receipt.taken + receipt.here_already + receipt.left + skipped).toBe(receipt.lines)
  })

  test('that is interrupted says how to go on', async () => {
    const { store } = await here()
    const file = await logFile(lines)
    const { code, out } = await runInTerminal(['import', file, ...ARTICLES, ...store], {
      interruptedAt: 0,
    })
    expect(code).toBe(130)
    expect(out).toMatch(/has taken 0 page views/)
  })

  test('that finds no article says where to look', async () => {
    const { store } = await here()
    const file = await logFile(lines)
    const { code, error } = await runInTerminal([
      'import',
      file,
      ...['--site', 'docs', '--articles', '/guide/:slug', ...store],
    ])
    expect(code).toBe(1)
    expect(error).toMatch(/Expected views of articles in these files, found none: see --articles\.$/)
  })

  test.each([
    [['import'], /Expected one file or several, got none/],
    [['import', 'a.log'], /Expected --site <id>/],
    [['import', 'a.log', '--site', 'docs'], /Expected --articles <pattern>/],
    [['import', 'a.log', '--site', 'docs', '--articles', '/guide'], /--articles: expected a path with a parameter/],
    [['import', 'a.log', ...ARTICLES, '--locale', 'en_US'], /--locale: expected a language tag/],
    [['import', 'a.log', ...ARTICLES, '--host', 'https://x.example'], /--host: expected hosts/],
    [['import', 'a.log', ...ARTICLES, '--format', 'w3c'], /--format: expected export or combined, got "w3c"/],
    [['import', '/nowhere/a.log', ...ARTICLES], /Expected files that can be read, got \/nowhere\/a\.log/],
    [['import', 'a.log', ...ARTICLES, '--colour', 'red'], /Unknown option '--colour'/],
  ])('that is not understood says what was expected: %#', async (args, reason) => {
    const { code, error } = await runInTerminal(args)
    expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(reason) })
    expect(error).toMatch(/^\[helptally\] [^\n]+$/)
  })
})

describe('helptally sessions', () => {
  const period = ['--from', '2026-03-10', '--to', '2026-03-12']

  test('counts each day by both rules', async () => {
    const { store } = await here()
    await runInTerminal(['import', await logFile(lines), ...ARTICLES, ...store])
    const { code, out } = await runInTerminal(['sessions', '--site', 'docs', ...period, ...store])
    expect(out.split('\n').slice(0, 4)).toEqual([
      '                  sessions  web analytics',
      '2026-03-10               3              2',
      '2026-03-11               0              0',
      'all                      3              2',
    ])
    expect(code).toBe(0)
    const json = await runInTerminal(['sessions', '--site', 'docs', '--json', ...period, ...store])
    expect(JSON.parse(json.out)).toMatchObject({
      site: 'docs',
      interval: 'day',
      totals: { sessions: 3, web_analytics_sessions: 2 },
      rows: [
        { start: '2026-03-10T00:00:00.000Z', sessions: 3, web_analytics_sessions: 2 },
        { start: '2026-03-11T00:00:00.000Z', sessions: 0, web_analytics_sessions: 0 },
      ],
    })
  })

  test.each([
    [['sessions'], /Expected --site <id>/],
    [['sessions', '--site', 'docs', '--from', 'x'], /--from: expected a date/],
    [['sessions', '--site', 'docs', '--tz', 'Mars'], /--tz: expected an IANA time zone/],
  ])('that is not understood says what was expected: %#', async (args, reason) => {
    expect(await runInTerminal(args)).toMatchObject({ code: 2, error: expect.stringMatching(reason) })
  })

  test('says nothing of a store that has none', async () => {
    const folder = await tempFolder()
    await (await tempStore({ folder })).close()
    const { out } = await runInTerminal(['sessions', '--site', 'docs', ...period, '--store', `duckdb:${folder}`])
    expect(out).toContain('all                      0              0')
  })
})
