import { describe, expect, test } from '@jest/globals'
import { CHANNEL_HATCHES, CHANNEL_HUES, HATCHED_CHANNELS } from '../src/channels/channelFills.js'
import { channels, channelsReport, everyChannel } from './channelReports.js'
import { figureNumber, figureOf, panelOf } from './figures.js'
import { attributeOf, part, tableOf, tagsOf, textOf } from './page.js'
import { LATER, pageView } from './reports.js'

const lines = (html: string) => tableOf(html, 'ht-channels').slice(1)
const names = (html: string) => lines(html).map(([name]) => name)

describe('the figures', () => {
  const html = channels()

  test.each([
    ['sessions', '1,454'],
    ['help', '1,200'],
    ['conversations', '254'],
    ['interactions', '1,169'],
    ['turns', '2.2'],
  ])('show %s as the report has it', (of, value) => {
    expect(figureNumber(html, of)).toBe(value)
  })

  test('tell which share each kind is, and of how many sessions users spoke', () => {
    expect(textOf(figureOf(html, 'help'))).toContain('83% of sessions')
    expect(textOf(figureOf(html, 'conversations'))).toContain('17% of sessions')
    expect(textOf(figureOf(html, 'turns'))).toContain('of 254 sessions')
    const few = channels({ report: channelsReport({ sms: { idle: 2, user_turns: 3 } }) })
    expect(textOf(figureOf(few, 'turns'))).toContain('of only 2 sessions')
  })

  test('compare with the period before, where there is one', () => {
    const before = channelsReport({ help: { idle: 1_000 }, web: { idle: 100, user_turns: 200, interactions: 500 } })
    const compared = channels({ before })
    expect(textOf(figureOf(compared, 'sessions'))).toContain('1,454 +354 (+32%) from 1,100')
    expect(textOf(figureOf(compared, 'conversations'))).toContain('254 +154 (+154%) from 100')
    expect(textOf(figureOf(compared, 'turns'))).toContain('2.2 (+9%) from 2')
    expect(figureOf(html, 'sessions')).not.toContain('ht-change')
    expect(textOf(figureOf(channels({ before: channelsReport({}) }), 'turns'))).toContain('none in the period before')
  })

  test('say what each of them means', () => {
    expect(textOf(figureOf(html, 'sessions'))).toContain('What the server says a channel is.')
    expect(textOf(figureOf(html, 'interactions'))).toContain('each a question or an answer')
  })
})

describe('the chart', () => {
  const report = channelsReport()
  const html = panelOf(channels(), 'ht-by-channel')
  const parts = (day: number) =>
    tagsOf(part(html, `data-start="${report.intervals[day]!.start}"`, '</g>'), 'rect').map((rect) => ({
      channel: attributeOf(rect, 'data-part')!,
      height: Number(attributeOf(rect, 'height')),
    }))

  test('stacks the channels that have sessions in the order of the rulebook, each as tall as it counts', () => {
    const first = parts(0)
    expect(first.map(({ channel }) => channel)).toEqual(['help', 'web', 'whatsapp', 'sms'])
    const px = first[0]!.height / 600
    expect(first.map(({ height }) => Math.round(height / px))).toEqual([600, 100, 25, 2])
    expect(parts(1).map(({ height }) => Math.round(height / px))).toEqual([600, 100, 25, 2])
  })

  test('names in its legend those and no others, and the day that goes on', () => {
    const legend = (page: string) => textOf(part(page, '<ul class="ht-legend"', '</ul>'))
    expect(legend(html)).toBe('Help center Web chat WhatsApp SMS today, so far')
    expect(legend(channels({ page: pageView('channels', { now: LATER }) }))).not.toContain('today')
  })

  test('reads a day as the pointer rests on it, and is described', () => {
    expect(textOf(part(html, '<g class="ht-reading"', '</g>'))).toBe(
      'Sat, 21 Nov 2026 Total 727 SMS 2 WhatsApp 25 Web chat 100 Help center 600',
    )
    expect(textOf(part(html, '<desc', '</desc>'))).toMatch(
      /Stacked bars, one a day, in parts by channel: 1,454 sessions/,
    )
  })

  test('has a table with the same numbers and their totals', () => {
    expect(tableOf(html, 'ht-numbers')).toEqual([
      ['Day', 'Sessions', 'Help center', 'Web chat', 'WhatsApp', 'SMS'],
      ['Sat, 21 Nov 2026', '727', '600', '100', '25', '2'],
      ['Sun, 22 Nov 2026 · today, so far', '727', '600', '100', '25', '2'],
      ['Total', '1,454', '1,200', '200', '50', '4'],
    ])
  })

  test('is of weeks where the report is', () => {
    const weeks = channels({ report: channelsReport(undefined, { interval: 'week' }) })
    expect(textOf(panelOf(weeks, 'ht-by-channel'))).toContain('Sessions per week, by channel')
  })

  test('can be saved', () => {
    expect(tagsOf(html, 'button').map((button) => attributeOf(button, 'data-save'))).toEqual(
      expect.arrayContaining(['SVG', 'PNG']),
    )
  })
})

describe('nine channels', () => {
  test('stay apart by hue or by hatch, without colour by hatch alone', () => {
    const looks = Object.entries(CHANNEL_HUES).map(([channel, hue]) =>
      [hue, HATCHED_CHANNELS.some((one) => one === channel) && JSON.stringify(hatchOf(channel))].join(),
    )
    expect(new Set(looks).size).toBe(9)
    expect(new Set(Object.values(CHANNEL_HATCHES).map((hatch) => JSON.stringify(hatch))).size).toBe(8)
  })

  test('find every pattern that a fill names in the chart', () => {
    const html = channels({ report: channelsReport(everyChannel) })
    for (const channel of Object.keys(CHANNEL_HATCHES)) expect(html).toContain(`id="ht-hatch-${channel}"`)
  })

  const hatchOf = (channel: string) => Object.entries(CHANNEL_HATCHES).find(([name]) => name === channel)?.[1]
})

describe('the table', () => {
  const html = channels()

  test('has a line a channel with sessions, their shares and their ends, and sums', () => {
    expect(lines(html)).toEqual([
      ['Help center', '1,200 83%', '—', '—', '1,190 99%', '—', '—', '—', '—', '10 1%'],
      ['Web chat', '200 14%', '900', '420', '100 50%', '60 30%', '25 13%', '10 5%', '3 2%', '2 1%'],
      ['WhatsApp', '50 3%', '260', '130', '30 60%', '—', '20 40%', '0', '0', '0'],
      ['SMS', '4 <1%', '9', '5', '0', '—', '0', '0', '3 75%', '1 25%'],
      ['Total', '1,454', '1,169', '555', '1,320 91%', '60 4%', '45 3%', '10 1%', '6 <1%', '13 1%'],
    ])
  })

  test('is sorted as the address says', () => {
    const by = (sort: string) => channels({ page: pageView('channels', { address: { sort } }) })
    expect(names(by('sessions'))).toEqual(['SMS', 'WhatsApp', 'Web chat', 'Help center', 'Total'])
    expect(names(by('-user_turns'))).toEqual(['Web chat', 'WhatsApp', 'SMS', 'Help center', 'Total'])
    expect(names(by('__proto__'))).toEqual(names(html))
  })

  test('names the channels without sessions in one line', () => {
    const line = 'No sessions: Messaging API, Facebook, Instagram, Telegram, Twitter.'
    expect(textOf(panelOf(html, 'ht-channels'))).toContain(line)
    expect(textOf(channels({ report: channelsReport(everyChannel) }))).not.toContain('No sessions')
  })

  test('greys shares of few, and says so', () => {
    const line = (channel: string) => part(html, `data-channel="${channel}"`, '</tr>')
    expect([line('sms').includes('ht-low'), line('web').includes('ht-low')]).toEqual([true, false])
    expect(textOf(html)).toContain('Shares in grey are of fewer than 30 sessions')
    const many = channels({ report: channelsReport({ web: { idle: 30 } }) })
    expect(textOf(many)).not.toContain('Shares in grey')
  })

  test('shows an end that the rulebook does not know, should there be one', () => {
    const odd = channels({ report: channelsReport({ whatsapp: { close: 2 } }) })
    expect(lines(odd)[0]).toEqual(['WhatsApp', '2 100%', '0', '0', '0', '2 100%', '0', '0', '0', '0'])
  })

  test('comes as a file over the same slice', () => {
    expect(html).toContain('/api/help/reports/channels?interval=day&amp;format=csv')
  })
})

describe('without conversations', () => {
  test('the page says why, and how to tell of them', () => {
    const text = textOf(channels({ report: channelsReport({ help: { idle: 40 } }) }))
    expect(text).toContain('No session of a conversation started in this period, so all below is of the help center.')
    expect(text).toMatch(/give the collector a serverKey .* The article channels of the documentation shows how/)
    expect(textOf(channels())).not.toContain('serverKey')
  })

  test('nor help, it has no table, and numbers that are none are dashes', () => {
    const html = channels({ report: channelsReport({}), before: channelsReport({}) })
    expect(html).not.toMatch(/NaN|Infinity|undefined|null/)
    expect(textOf(html)).toContain('No session started in this period, on any channel.')
    expect(html).not.toContain('data-channel')
    expect(textOf(figureOf(html, 'help'))).toContain('— of sessions')
    expect(figureNumber(html, 'turns')).toBe('—')
    expect(textOf(part(html, '<svg class="ht-chart"', '</svg>'))).toContain('No sessions in this period')
  })
})

test('filters are said not to matter, when there are any', () => {
  const page = pageView('channels', { address: { channel: 'web' } })
  expect(textOf(channels({ page }))).toContain('Filters do not narrow this page')
  expect(textOf(channels())).not.toContain('Filters do not narrow')
})
