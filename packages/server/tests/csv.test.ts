import { expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { opening, SITE, vital } from './helpers/events.js'

const query = (report: string) => `reports/${report}?site=${SITE}&from=2026-03-10&to=2026-03-11&format=csv`

async function fileOf(report: string, ...events: readonly unknown[]) {
  const collector = await collect()
  await collector.events(...events)
  const request = new Request(`http://localhost/api/help/${query(report)}`)
  const response = await collector.handle(request, ['reports', report])
  return { response, text: await response.text() }
}

test('a report comes as a file, a line for each row', async () => {
  const { response, text } = await fileOf('sessions', opening())
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="sessions.csv"')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(text).toBe('start,sessions,article_click,direct_link,search_enter\r\n2026-03-10T00:00:00.000Z,1,1,0,0\r\n')
})

test('what a reader wrote is quoted, and is no formula in a spreadsheet', async () => {
  const ids = ['=HYPERLINK("http://x";"y")', '+1', '-1', '@a', '\t=1', '＝1', 'año, "dos"\r\ny más']
  const { text } = await fileOf('vitals', ...ids.map((id) => vital({ article: { id }, value: 0.5, metric: 'CLS' })))
  const rest = ',CLS,hard,0.5,1,0,1,0,1,1,1\r\n'
  const cells = [`"'=HYPERLINK(""http://x"";""y"")"`, "'+1", "'-1", "'@a", "'\t=1", "'＝1", '"año, ""dos""\r\ny más"']
  for (const cell of cells) expect(text).toContain(`\r\n${cell}${rest}`)
})

test('a format that is unknown is refused', async () => {
  const { status, body } = await (await collect()).get(query('sessions').replace('=csv', '=xls'))
  expect([status, body.error]).toEqual([400, 'format: expected json or csv, got "xls"'])
})

test('a rate is a column, and what it is a rate of another', async () => {
  const { text } = await fileOf('articles', opening())
  const [heading, row] = text.split('\r\n').map((line) => line.split(','))
  const cells = Object.fromEntries(heading!.map((name, i) => [name, row![i]]))
  expect(cells).toMatchObject({ article: 'install', read: '0', read_n: '1', helpfulness: '', helpfulness_low: '' })
})

test('numbers that belong together are a column each', async () => {
  const { text } = await fileOf('channels', opening())
  const [heading, help, web] = text.split('\r\n')
  expect(heading).toBe(
    'channel,sessions,interactions,user_turns,ended_open,ended_idle,ended_close,ended_transfer,ended_survey_answered,ended_interrupted',
  )
  expect([help, web]).toEqual([expect.stringMatching(/^help,1,,,[01],[01],0,0,0,0$/), 'web,0,0,0,0,0,0,0,0,0'])
})
