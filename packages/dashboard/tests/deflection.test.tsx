import { describe, expect, test } from '@jest/globals'
import { type Address, Sessions } from '../src/index.js'
import { deflectionPage, deflectionReport, form, someTickets, withTickets } from './deflectionReports.js'
import { figureNumber, figureOf, panelOf } from './figures.js'
import { attributeOf, part, render, tableOf, tagsOf, textOf } from './page.js'
import { liveReport, pageView } from './reports.js'

const linksOf = (html: string) =>
  tagsOf(html, 'a').map((tag) =>
    decodeURIComponent(attributeOf(tag, 'href')!.replaceAll('&amp;', '&')).replaceAll('+', ' '),
  )
const cells = (html: string) => tableOf(html, 'ht-forms').slice(1)

describe('the figures', () => {
  test('are those of the report, each share with its n', () => {
    const html = deflectionPage()
    const all = ['deflected', 'confirmed', 'potential', 'none', 'self_service']
    expect(all.map((of) => figureNumber(html, of))).toEqual(['25%', '64%', '90%', '10%', '12.5'])
    expect(textOf(figureOf(html, 'deflected'))).toContain('of 240')
    for (const name of ['confirmed', 'potential', 'none']) expect(textOf(figureOf(html, name))).toContain('of 1,000')
    expect(textOf(figureOf(html, 'self_service'))).toContain('1,000 sessions, 80 people with a ticket')
  })

  test('tell after how many sessions a ticket may still come, and of which window', () => {
    expect(textOf(figureOf(deflectionPage(), 'potential'))).toContain('after 12 of them a ticket may still come')
    const none = { ...withTickets, tickets: { ...someTickets!, provisional: 0 }, window_hours: 72 }
    expect(textOf(deflectionPage({ report: none }))).not.toContain('may still come')
    expect(textOf(figureOf(deflectionPage({ report: none }), 'confirmed'))).toContain('no ticket within 72 hours')
  })

  test('stand beside those of the period before, when they are compared', () => {
    const before = deflectionReport([form({ deflected: { rate: 0.1, n: 200 } })])
    const html = deflectionPage({ before })
    expect(textOf(figureOf(html, 'deflected'))).toContain('+15 points from 10%')
    expect(textOf(figureOf(html, 'confirmed'))).not.toMatch(/points|period before/)
    expect(textOf(figureOf(deflectionPage(), 'deflected'))).not.toContain('points')
  })

  test('have their definition and its version one tap away', () => {
    for (const name of ['deflected', 'confirmed', 'potential', 'none', 'self_service'])
      expect(textOf(figureOf(deflectionPage(), name))).toContain('Definition: deflection, version 2')
  })

  test('lead to the sessions behind what tickets tell, and to the forms', () => {
    const links = linksOf(deflectionPage({ page: pageView('deflection', { address: { device: 'phone' } }) }))
    for (const name of ['confirmed', 'potential', 'none'])
      expect(links).toContain(`/insights/sessions?device=phone&behind=deflection.${name}`)
    expect(links).toContain('/insights/deflection?device=phone#ht-forms')
  })

  test('have no score with a filter, and say why', () => {
    const html = deflectionPage({ report: { ...withTickets, self_service: null } })
    expect(figureNumber(html, 'self_service')).toBe('—')
    expect(textOf(figureOf(html, 'self_service'))).toContain('With a filter there is none')
  })
})

test('without tickets there are no numbers of them, but the ways to tell of them', () => {
  const html = deflectionPage({ report: deflectionReport([form()]) })
  expect([...html.matchAll(/data-total="([^"]*)"/g)].map(([, of]) => of)).toEqual(['deflected'])
  const text = textOf(part(html, 'data-empty="tickets"', '</p>'))
  for (const said of [
    'not the same as none',
    'CSV or JSON',
    'webhook',
    'npx helptally tickets tickets.csv --site ayuda',
  ])
    expect(text).toContain(said)
  expect(deflectionPage()).not.toContain('data-empty')
})

describe('the table of forms', () => {
  test('holds the numbers of the report', () => {
    expect(cells(deflectionPage())).toEqual([
      ['form', 'support', '200', '60', '90', '25% n = 200'],
      ['chat', 'not named', '40', '12', '25', '25% n = 40'],
    ])
  })

  test('leads from each number to its sessions, and from none nowhere', () => {
    const behind = (html: string) => linksOf(panelOf(html, 'ht-forms')).filter((href) => href.includes('behind='))
    const to = (measure: string) => `/insights/sessions?behind=deflection.${measure}&row=form|support`
    expect(behind(deflectionPage({ report: deflectionReport([form()]) }))).toEqual(
      ['rows', 'opened', 'submitted', 'deflected'].map(to),
    )
    const quiet = form({ opened: 0, submitted: 0, deflected: { rate: 0, n: 200 } })
    expect(behind(deflectionPage({ report: deflectionReport([quiet]) }))).toEqual([to('rows')])
  })

  test('greys the share of few', () => {
    const html = deflectionPage({ report: deflectionReport([form({ sessions: 4, deflected: { rate: 0.5, n: 4 } })]) })
    expect(part(html, 'ht-rate', '>')).toContain('ht-low')
  })

  test('says what to do when there is none', () => {
    const text = textOf(deflectionPage({ report: deflectionReport() }))
    expect(text).toContain('No session of this period began to ask.')
    expect(text).toContain('help.contact.start')
  })

  test('shows the words of the site as text', () => {
    const hostile = `"><script>alert('x')</script>\u202e|`
    const html = deflectionPage({ report: deflectionReport([form({ method: hostile, form: '\u200b' })]) })
    expect(html).not.toContain('<script')
    expect(cells(html)[0]!.slice(0, 2)).toEqual([hostile, 'U+200B'])
  })
})

test('sessions behind a number are called by its form, or by what the tickets tell', () => {
  const called = (address: Address) =>
    textOf(
      part(
        render(
          <Sessions
            page={pageView('sessions', { address })}
            live={liveReport()}
            behind={{ of: 'help', rows: [] }}
            conversations={null}
          />,
        ),
        '<p class="ht-behind"',
        '</p>',
      ),
    )
  expect(called({ behind: 'deflection.opened', row: 'form|support' })).toContain('form · support')
  expect(called({ behind: 'deflection.rows', row: 'chat|' })).toContain('number: chat ·')
  expect(called({ behind: 'deflection.confirmed' })).toContain('Confirmed by tickets')
})
