import { describe, expect, test } from '@jest/globals'
import { changeTold, gapRow, gaps, reportOfGaps, written } from './gapReports.js'
import { part, tableOf, tagsOf, textOf } from './page.js'
import { untouched } from './reports.js'

const workOf = (row: Parameters<typeof gapRow>[0], told: Parameters<typeof gaps>[1] = {}) =>
  tableOf(gaps(reportOfGaps([gapRow(row)]), told), 'ht-numbers ht-gaps-table')[1]![6]

/** Each form of the page as what it would send. */
const formsOf = (html: string) =>
  [...html.matchAll(/<form [^>]*method="post".*?<\/form>/gs)].map(([form]) =>
    Object.fromEntries(
      tagsOf(form, 'input').map((input) => [
        /name="([^"]*)"/.exec(input)![1],
        /value="([^"]*)"/.exec(input)?.[1] ?? '',
      ]),
    ),
  )

describe('the work on a gap', () => {
  test('is told: how far it has come, who sees to it, and with which article', () => {
    expect(workOf({})).toBe('Not begun')
    expect(workOf({ status: 'planned', since: '2026-11-12T10:00:00Z', owner: 'Ana' })).toBe('Planned since 12 Nov Ana')
    const html = gaps(reportOfGaps([gapRow(written)]), { address: { days: '7' } })
    expect(html).toContain('<a href="/insights/article?days=7&amp;of=reembolsos"><bdi>reembolsos</bdi></a>')
  })

  test('shows whether what was written helped', () => {
    expect(workOf(written)).toBe('Written since 12 Nov Ana reembolsos Failed before 90% n = 40 Failed after 10% n = 50')
    expect(workOf({ ...written, after: { rate: null, n: 0 } })).toMatch(/Failed after —$/)
  })

  test('is changed by forms that lead back to the page as it is', () => {
    const html = gaps(reportOfGaps([gapRow({ ...written, queries: ['devolver'] })]), {
      address: { tab: 'written' },
      mayEdit: true,
    })
    const back = '/insights/gaps?tab=written'
    expect(formsOf(html)).toEqual([
      { do: 'set', query: 'reembolso', back, owner: 'Ana', linked_article: 'reembolsos' },
      { do: 'merge', query: 'reembolso', back, into: '' },
      { do: 'split', query: 'devolver', back },
    ])
    expect(tagsOf(html, 'form').filter((form) => form.includes('method="post"'))).toEqual(
      Array(3).fill(expect.stringContaining('action="/api/help/gaps?site=ayuda"')),
    )
    expect(html).toContain('<option value="written" selected="">Written</option>')
  })

  test('is not changed by who may only read', () => {
    const told = { changes: [changeTold()], done: '7' }
    const html = gaps({ ...reportOfGaps([gapRow(written)]), quiet: [untouched('x')] }, told)
    expect(formsOf(html)).toEqual([])
    expect(html).not.toMatch(/ht-(gap|quiet)-\d+-change/)
  })

  test('names what was put together with it', () => {
    const html = gaps(reportOfGaps([gapRow({ queries: ['devolver', ''] })]))
    expect(textOf(part(html, '<p class="ht-note">with', '</p>'))).toMatch(/^with devolver , \(neither letters/)
  })
})

describe('the tabs', () => {
  test('choose by how far the work has come, each with its number', () => {
    const by_status = { open: 12, planned: 3, written: 2, dismissed: 0 }
    const html = gaps(reportOfGaps([], { by_status }), { address: { tab: 'planned' } })
    const tabs = part(html, '<nav class="ht-ranges ht-tabs"', '</nav>')
    expect(textOf(tabs)).toBe('Open (12) Planned (3) Written (2) Dismissed (0)')
    expect(tabs).toContain('aria-current="true">Planned (3)')
    expect(textOf(html)).toContain('No gap that failed in three tabs of this period is planned.')
  })

  test('give the file of what they choose', () => {
    const html = gaps(reportOfGaps([]), { address: { tab: 'written' } })
    expect(html).toContain('/api/help/reports/gaps?limit=200&amp;status=written&amp;format=csv')
  })

  test('that do not exist are the first', () => {
    expect(gaps(reportOfGaps([]), { address: { tab: 'constructor' } })).toContain('aria-current="true">Open')
  })
})

test('gaps that hardly failed are listed below, without numbers', () => {
  const html = gaps({ ...reportOfGaps([]), quiet: [{ ...untouched('iva'), owner: 'Bo' }] })
  expect(tableOf(html, 'ht-gaps-table').slice(1)).toEqual([['iva', 'Not begun Bo']])
  expect(gaps(reportOfGaps([]))).not.toContain('ht-quiet-gaps')
})

describe('what editors did', () => {
  const changes = [
    changeTold({ nr: 3, to: { status: 'dismissed', owner: '', linked_article: 'iva' } }),
    changeTold({ nr: 2, do: 'merge', queries: ['devolver', 'iva'], to: { into: 'reembolso' }, by: '' }),
    changeTold({ nr: 1, do: 'split', queries: ['iva'], to: { into: 'iva' }, undone_by: 'Bo' }),
  ]

  test('is told in words, with the way to take it back', () => {
    const html = gaps(reportOfGaps([]), { changes, mayEdit: true })
    const lines = tableOf(part(html, 'id="ht-gap-changes"', '</section>').replace(/ht-table "/, 'ht-table x"'), 'x')
    expect(lines.slice(1)).toEqual([
      ['20 Nov, 09:00', 'Ana', 'reembolso : Dismissed ; no owner ; article iva', 'Undo'],
      ['20 Nov, 09:00', '—', 'devolver , iva : put together with “reembolso”', 'Undo'],
      ['20 Nov, 09:00', 'Ana', 'iva : a gap of its own again', 'taken back by Bo'],
    ])
    expect(formsOf(html).map(({ do: deed, nr }) => `${deed} ${nr}`)).toEqual(['undo 3', 'undo 2'])
  })

  test.each([
    ['2', 'Kept. devolver , iva : put together with “reembolso” Undo'],
    ['1', 'Taken back. iva : a gap of its own again'],
    ['nothing', 'Nothing to change: all was so already.'],
    ['conflict', 'That cannot be done as things stand.'],
    ['<b>', 'Nothing to change: all was so already.'],
  ])('is said at once to who did it: %s', (done, said) => {
    const html = gaps(reportOfGaps([]), { changes, done, mayEdit: true })
    expect(textOf(part(html, 'role="status"', '<section')).replace(/^role="status">\s*/, '')).toContain(said)
  })

  test('is not said again by a link of the page', () => {
    const html = gaps(reportOfGaps([gapRow()]), { changes, done: '2', mayEdit: true })
    expect(html).not.toMatch(/href="[^"]*done=/)
    expect(gaps(reportOfGaps([]), { changes })).not.toContain('Kept.')
  })
})
