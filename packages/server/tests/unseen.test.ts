import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redactEvent } from '../src/collector/redactEvent.js'
import { forgetUnseenSql } from '../src/facts/unseen.sql.js'
import { searchForm } from '../src/reports/scope.js'
import { UNSEEN, UNSEEN_SQL, withoutUnseen } from '../src/unseen.js'
import { collect } from './helpers/collect.js'
import { inVain } from './helpers/editing.js'
import { NOON, search } from './helpers/events.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const FAMILY = '👩\u200d👩\u200d👧\u200d👦'
const SCOTLAND = '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'

describe('a text without what shows nothing', () => {
  test.each([
    ['zero-width spaces', 're\u200bfund\ufeff', 'refund'],
    ['soft hyphens', 're\u00adfund', 'refund'],
    ['marks of direction', '\u200f\u202erefund\u202c', 'refund'],
    ['all of it, when there is nothing else', '\u200b\u200d\u2060', ''],
    ['a joiner that joins nothing', '👩\u200d refund', '👩 refund'],
    ['joiners between Latin letters', 're\u200dfund', 'refund'],
    ['a form that no picture has', 'a\ufe0f', 'a'],
  ])('loses %s', (_, text, left) => {
    expect(withoutUnseen(text)).toBe(left)
  })

  test.each([
    ['a family', FAMILY],
    ['a colour of skin', '👩🏽\u200d💻'],
    ['a heart in colour', '❤\ufe0f\u200d🔥'],
    ['a key', '5\ufe0f\u20e3'],
    ['a flag of letters', SCOTLAND],
    ['a word of Persian', 'می\u200cخواهم'],
    ['a word of Hindi', 'क्\u200dष'],
    ['an accent of its own', 'e\u0301'],
  ])('keeps %s', (_, text) => {
    expect(withoutUnseen(`${text} ${text}`)).toBe(`${text} ${text}`)
  })

  test('loses nothing that can be seen, and nothing more the second time', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\u200b',
        '\u200d',
        '\u200c',
        '\ufe0f',
        '\u202e',
        FAMILY,
        SCOTLAND,
        '1',
        '\u20e3',
        'ی',
        'a',
        '👩',
        '🏽',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const left = withoutUnseen(text)
        expect(left.replace(UNSEEN, '')).toBe(text.replace(UNSEEN, ''))
        expect(withoutUnseen(left)).toBe(left)
      }),
      { numRuns: 3_000 },
    )
  })
})

test('a search of nothing but that keeps it, so that what is stored is still a search and can be imported again', () => {
  const query = '\u202e\u2066'
  expect(redactEvent(search({ query }))).toMatchObject({ query })
  expect(redactEvent(search({ query: `${query}refund` }))).toMatchObject({ query: 'refund' })
})

test('page and database agree on which characters show nothing, of all that there are', async () => {
  const store = await tempStore()
  const rows = await store.query<{ code: number }>(`
    select i.code
    from range(1, 1114112) i(code)
    where i.code not between 55296 and 57343 and regexp_matches(chr(i.code::integer), '^${UNSEEN_SQL}$')
    order by i.code`)
  const unseen = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) =>
    /^\p{Default_Ignorable_Code_Point}$/u.test(String.fromCodePoint(code)),
  )
  expect(rows.map(({ code }) => code)).toEqual(unseen)
})

const ask = async (collector: Awaited<ReturnType<typeof collect>>, report = 'searches') =>
  (await collector.get(`reports/${report}?site=docs&from=2026-03-10&to=2026-03-11`)).body.rows as {
    query: string
    searches: number
  }[]

describe('queries', () => {
  test('that differ only by what shows nothing are one', async () => {
    const collector = await collect()
    const spelled = [
      'refund',
      're\u200bfund',
      '\u202erefund',
      'Re\u00adfund',
      `refund ${FAMILY}`,
      'می\u200cخواهم',
      'میخواهم',
    ]
    await collector.events(...spelled.flatMap((query) => inVain(query, { ts: NOON })))
    const rows = await ask(collector)
    expect(new Set(rows.map(({ query }) => query))).toEqual(new Set(['refund', 'میخواهم']))
    expect(searchForm('Re\u200bfund \u200d')).toBe('refund')
  })

  test('keep their emoji and their words in the log', async () => {
    const store = await tempStore()
    const collector = await collect({ store })
    await collector.events(...inVain(`\u200b${FAMILY} می\u200cخواهم`, { tabs: 1 }))
    expect(await store.query('select e.query from events e')).toEqual([{ query: `${FAMILY} می\u200cخواهم` }])
  })

  test('hide no number between what shows nothing', async () => {
    const store = await tempStore()
    const collector = await collect({ store })
    await collector.events(...inVain('call 6\u200b1234\u200d56\u206078', { tabs: 1 }))
    expect(await store.query('select e.query from events e')).toEqual([{ query: 'call [number]' }])
  })

  test('that are nothing but that have neither letters nor digits', async () => {
    const collector = await collect()
    await collector.events(...inVain('\u200b\u200d'))
    expect((await ask(collector)).map(({ query }) => query)).toEqual([''])
  })
})

test('the step of a store from before forgets them, and work on gaps goes along', async () => {
  const folder = await tempFolder()
  let store = await tempStore({ folder })
  let collector = await collect({ store })
  await collector.events(...inVain('می\u200cخواهم'))
  await ask(collector)
  await store.close()
  const instance = await DuckDBInstance.create(join(folder, 'helptally.duckdb'))
  const connection = await instance.connect()
  for (const statement of [
    "update searches set query = 'می\u200cخواهم'",
    `insert into gap_changes values
     (1, 'docs', 'set', ${NOON}, '', 'می\u200cخواهم', 'status', 'planned', null),
     (2, 'docs', 'merge', ${NOON}, '', 'x', 'cluster', 'می\u200cخواهم', null)`,
    ...forgetUnseenSql,
  ])
    await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
  store = await tempStore({ folder })
  collector = await collect({ store })
  expect(await ask(collector, 'gaps')).toMatchObject([{ query: 'میخواهم', status: 'planned', queries: ['x'] }])
})
