import { describe, expect, test } from '@jest/globals'
import { Loading, Message } from '../src/index.js'
import { render, textOf } from './page.js'
import { pageView } from './reports.js'

test('closed reading says both ways to open it', () => {
  const text = textOf(render(<Message locale="en" kind="closed" view={pageView('overview')} />))
  expect(text).toContain('authorize(request)')
  expect(text).toContain('HELPTALLY_TOKEN')
})

test('while the reports are read the page says so, to those who hear it too', () => {
  expect(render(<Loading locale="en" />)).toContain('role="status">The reports are being read …</p>')
  expect(render(<Loading locale="es" />)).toContain('Se están leyendo los informes …')
})

test('an empty site says what to do next', () => {
  const text = textOf(render(<Message locale="en" kind="empty" />))
  expect(text).toContain('Open an article of the help center in another tab, accept the consent banner')
})

test('a failure shows what the server said, escaped', () => {
  const html = render(<Message locale="en" kind="failed" text="[helptally] expected <b>a folder</b>" />)
  expect(html).toContain('[helptally] expected &lt;b&gt;a folder&lt;/b&gt;')
})

describe.each(['empty', 'failed', 'not_found'] as const)('%s', (kind) => {
  test('leads back to the sessions when it knows the way', () => {
    expect(render(<Message locale="en" kind={kind} view={pageView('overview')} />)).toContain('>All sessions</a>')
    expect(render(<Message locale="en" kind={kind} />)).not.toContain('<a ')
  })
})
