import { CHANNELS, RULE_VERSION } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { panelOf } from './figures.js'
import { HOSTILE } from './liveReports.js'
import { tableOf, textOf } from './page.js'
import { settings } from './settingsReports.js'

const rowsOf = (html: string, className: string) => tableOf(html, className).slice(1)

describe('the rules', () => {
  const rows = rowsOf(settings(), 'ht-rules')

  test('are told of every channel', () => {
    expect(rows).toHaveLength(Object.keys(CHANNELS).length)
  })

  test('are those that the core counts by', () => {
    expect(rows[0]).toEqual([
      'Help center',
      'a tab',
      'an article that is opened',
      'once 5 min are reached',
      'activity of the reader',
      'never: only time ends it',
    ])
    expect(rows[1]).toEqual([
      'Web chat',
      'a conversation',
      'a message',
      'once 5 min are exceeded',
      'message of the user',
      'chat closed, passed to an agent, survey answered, interrupted',
    ])
    expect(rows[3]![3]).toBe('once 1 d are reached')
  })

  test('have their version', () => {
    expect(textOf(panelOf(settings(), 'ht-this-site'))).toContain(`Version of the rules ${RULE_VERSION} `)
  })

  test('lead to the sessions of their channel', () => {
    expect(settings()).toContain('<a href="/insights/sessions?channel=web">Web chat</a>')
  })
})

test('the site, its time zone and the least number of tabs are shown', () => {
  const text = textOf(panelOf(settings(), 'ht-this-site'))
  expect(text).toContain('Site ayuda')
  expect(text).toContain('Days begin in UTC')
  expect(text).toContain('A query is shown from 3 tabs on')
})

test('every other setting is told with its place in the code, and never with its value', () => {
  process.env.HELPTALLY_TOKEN = 'a-secret-of-this-test'
  const html = settings()
  delete process.env.HELPTALLY_TOKEN
  const rows = rowsOf(html, 'ht-options')
  expect(rows.map(([name]) => name)).toEqual(
    expect.arrayContaining(['keepDays', 'origins', 'authorize', 'token', 'redact']),
  )
  expect(rows.find(([name]) => name === 'origins')?.[1]).toBe('createHelpHandlers')
  for (const row of rows) expect(row.every((cell) => cell.length > 0)).toBe(true)
  expect(html).not.toContain('a-secret-of-this-test')
})

test('nothing can be changed: the only form is the filter', () => {
  expect(settings().match(/<form /g)).toHaveLength(1)
  expect(settings()).not.toContain('method="post"')
})

test('the name of a site is text', () => {
  expect(settings('en', HOSTILE)).not.toContain('<script')
})
