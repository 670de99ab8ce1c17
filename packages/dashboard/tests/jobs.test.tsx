import { describe, expect, test } from '@jest/globals'
import { panelOf } from './figures.js'
import { differing, exportJob, importJob, jobsPage, recountJob, running } from './jobReports.js'
import { attributeOf, tableOf, tagsOf, textOf } from './page.js'

const text = (html: string, id: string) => textOf(panelOf(html, id))

describe('a job that runs', () => {
  const job = exportJob({ ...running, progress: { done: 1_000, of: 4_000, unit: 'rows' }, left_ms: 42_000 })
  const html = panelOf(jobsPage({ export: [job] }), 'ht-export')

  test('says how far it has come, since when, whose it is, and how long it takes', () => {
    expect(textOf(html)).toContain('Export 3 running')
    expect(textOf(html)).toContain('Events, 1 – 22 Nov 2026, NDJSON. Since 22 Nov, 11:58, asked for by Ana .')
    expect(textOf(html)).toContain('25%: 1,000 of 4,000 rows. About 42 s left.')
    const [bar] = tagsOf(html, 'progress')
    expect([attributeOf(bar!, 'max'), attributeOf(bar!, 'value')]).toEqual(['4000', '1000'])
    expect(attributeOf(bar!, 'aria-label')).toBe('Export 3')
  })

  test('can be cancelled, and no second one started', () => {
    expect(html).toContain('action="/api/help/exports/3?site=ayuda"')
    expect(html).toMatch(/<button type="submit" value="cancel"[^>]* name="do">/)
    expect(html.match(/<form /g)).toHaveLength(1)
  })

  test('has the page drawn anew where there is no script, and nothing else has', () => {
    expect(jobsPage({ export: [job] })).toMatch(/<noscript><meta http-equiv="refresh" content="5"\/?><\/noscript>/i)
    expect(jobsPage({ export: [exportJob()] })).not.toContain('<noscript>')
  })

  test('of which nobody knows how long it is has a bar without an end', () => {
    const unknown = exportJob({ ...running, progress: { done: 0, of: null, unit: 'rows' } })
    const [bar] = tagsOf(jobsPage({ export: [unknown] }), 'progress')
    expect(bar).not.toContain('value')
  })

  test('and is being cancelled cannot be cancelled once more', () => {
    const page = jobsPage({ export: [{ ...job, is_cancelling: true }] })
    expect(text(page, 'ht-export')).toContain('being cancelled')
    expect(tagsOf(page, 'button').find((tag) => tag.includes('value="cancel"'))).toContain('disabled')
  })
})

describe('an export that is done', () => {
  test('leads to its file, and says how long it lies there', () => {
    const html = panelOf(jobsPage({ export: [exportJob()] }), 'ht-export')
    expect(html).toContain('href="/api/help/exports/3/file?site=ayuda"')
    expect(textOf(html)).toContain('4,000 events, 2.3 MB.')
    expect(textOf(html)).toContain('until 23 Nov, 11:59')
  })

  test('says when the file is gone', () => {
    const html = panelOf(jobsPage({ export: [exportJob({ file_until: null })] }), 'ht-export')
    expect(html).not.toContain('/file?')
    expect(textOf(html)).toContain('Its file is not here any more.')
  })
})

test('an import says what became of each line, which sums to all', () => {
  const html = jobsPage({ import: [importJob()] })
  expect(tableOf(html, 'ht-job-sum')).toEqual([
    ['Taken, new here', '60'],
    ['Here already', '10'],
    ['Robots', '25'],
    ['Not understood', '5'],
    ['Lines', '100'],
  ])
  expect(text(html, 'ht-import')).toContain('21 sessions begin with these views.')
  expect(tableOf(html, 'ht-job-named')[1]).toEqual(['7', 'expected a time such as [10/Oct/2026:13:55:36 +0000]'])
})

describe('a recount', () => {
  test('that is equal says on what', () => {
    expect(text(jobsPage({ recount: [recountJob()] }), 'ht-recount')).toContain(
      'Equal: the log, the pages and the reports agree on 400 sessions, event by event (9,000 events).',
    )
  })

  test('that differs says where, why, and leads to the session', () => {
    const html = panelOf(jobsPage({ recount: [differing] }), 'ht-recount')
    expect(textOf(html)).toContain('They differ: 400 sessions were counted, the rules find 401.')
    expect(textOf(html)).toContain('The first 1 of 3.')
    expect(textOf(html)).toContain('4 of them')
    expect(html).toContain('/insights/sessions/019ab000-0000-7000-8000-000000000001')
    expect(tableOf(html, 'ht-job-differences')[1]?.slice(1, 3)).toEqual([
      'A session that was not counted',
      'Events before it are missing, or came late',
    ])
  })
})

describe('a job that was interrupted', () => {
  const interrupted = { state: 'interrupted', result: null, file_until: null } as const

  test('goes on where that can be, else starts again', () => {
    expect(text(jobsPage({ recount: [recountJob({ ...interrupted, can_resume: true })] }), 'ht-recount')).toContain(
      'Go on',
    )
    const html = jobsPage({ export: [exportJob(interrupted)] })
    expect(text(html, 'ht-export')).toContain('Start again')
    expect(html).toMatch(/<button type="submit" value="again"[^>]* name="do">/)
  })

  test('and whose file is gone has to be sent again', () => {
    expect(panelOf(jobsPage({ import: [importJob(interrupted)] }), 'ht-import')).not.toContain('value="again"')
  })
})

test.each([
  ['import-too_large', 'Nothing was imported: the file is larger than this site allows.'],
  ['export-busy', 'Nothing was started: one is running already. Wait until it ends, or cancel it.'],
  ['recount-not_understood', 'Nothing was started: something in the form was not understood.'],
])('a form that started nothing says why: %s', (done, said) => {
  expect(textOf(jobsPage({}, { done }))).toContain(said)
})

test.each(['export-3', 'export-constructor', '<script>', 'conflict'])('what is no reason says nothing: %s', (done) => {
  expect(jobsPage({}, { done })).not.toContain('role="alert"')
})

describe('who may not', () => {
  test('export or import sees neither the forms nor what there was, and why', () => {
    const html = jobsPage({ export: null, import: null }, { isAdmin: false })
    expect(text(html, 'ht-export')).toContain('Only administrators export')
    expect(text(html, 'ht-import')).toContain('Only administrators import')
    expect(panelOf(html, 'ht-export') + panelOf(html, 'ht-import')).not.toContain('<form')
    expect(panelOf(html, 'ht-recount')).toContain('action="/api/help/recounts?site=ayuda"')
  })

  test('recount sees the result all the same', () => {
    const html = panelOf(jobsPage({ recount: [recountJob()] }, { isAdmin: false, mayEdit: false }), 'ht-recount')
    expect(textOf(html)).toContain('Equal: ')
    expect(html).not.toContain('<form')
  })
})

test('the forms ask for the days of the page, in the time zone of the site', () => {
  const html = panelOf(jobsPage({}, { timeZone: 'Europe/Madrid' }), 'ht-recount')
  expect(html).toContain('name="from" value="2026-10-24"')
  expect(html).toContain('name="last" value="2026-11-23"')
  expect(html).toContain('name="tz" value="Europe/Madrid"')
  expect(html).toContain('name="back" value="/insights/jobs#ht-recount"')
})
