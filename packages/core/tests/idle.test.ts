import { describe, expect, test } from '@jest/globals'
import { CHANNELS, type Channel, type Fact } from '../src/index.js'
import { at } from './support/clock.js'
import { acts, live, opens, says, timePasses } from './support/live.js'

const SOCIAL = ['facebook', 'whatsapp', 'instagram', 'telegram', 'twitter', 'sms'] as const

const BOUNDARIES: [channel: Channel, lives: string, ended: string][] = [
  ['help', '4:59.999', '5:00.000'],
  ['web', '5:00.000', '5:00.001'],
  ['messaging_api', '4:59.999', '5:00.000'],
  ...SOCIAL.map((channel): [Channel, string, string] => [channel, '23:59:59.999', '24:00:00.000']),
]

const start = (channel: Channel): Fact => (channel === 'help' ? opens('first') : says('user', 'first'))
const next = (channel: Channel): Fact => (channel === 'help' ? opens('next') : says('user', 'next'))

describe.each(BOUNDARIES)('idle on %s', (channel, lives, ended) => {
  const rule = CHANNELS[channel]

  test(`lives at ${lives}`, () => {
    expect(live(rule, ['0:00', start(channel)], [lives, timePasses]).open).toMatchObject({ id: 'first' })
  })

  test(`has ended at ${ended}`, () => {
    expect(live(rule, ['0:00', start(channel)], [ended, timePasses])).toMatchObject({
      open: null,
      ended: [{ id: 'first' }],
    })
  })

  test(`what comes at ${lives} belongs to the same session`, () => {
    expect(live(rule, ['0:00', start(channel)], [lives, next(channel)]).started).toHaveLength(1)
  })

  test(`what comes at ${ended} starts the next session`, () => {
    expect(live(rule, ['0:00', start(channel)], [ended, next(channel)]).started).toMatchObject([
      { id: 'first' },
      { id: 'next' },
    ])
  })
})

describe('what the idle time counts from', () => {
  test('any activity in the tab postpones the end of a help session', () => {
    const { open } = live(CHANNELS.help, ['0:00', opens('a')], ['4:00', acts], ['8:59.999', timePasses])
    expect(open).toMatchObject({ id: 'a', lastAt: at('4:00') })
  })

  test('on web a word of the bot postpones nothing', () => {
    const { ended } = live(
      CHANNELS.web,
      ['0:00', says('user', 'a')],
      ['4:00', says('bot', 'b')],
      ['5:00.001', timePasses],
    )
    expect(ended).toMatchObject([{ id: 'a', endedAt: at('5:00') }])
  })

  test('on web a word of an agent postpones nothing', () => {
    const { ended } = live(
      CHANNELS.web,
      ['0:00', says('user', 'a')],
      ['4:00', says('agent', 'b')],
      ['5:00.001', timePasses],
    )
    expect(ended).toMatchObject([{ id: 'a', endedAt: at('5:00') }])
  })

  test('on web a word of the user postpones the end', () => {
    const { open } = live(
      CHANNELS.web,
      ['0:00', says('user', 'a')],
      ['4:00', says('user', 'b')],
      ['9:00.000', timePasses],
    )
    expect(open).toMatchObject({ id: 'a', lastAt: at('4:00') })
  })

  test.each(['messaging_api', ...SOCIAL] as const)(
    'on %s an answer postpones the end as a question does',
    (channel) => {
      const { open } = live(
        CHANNELS[channel],
        ['0:00', says('user', 'a')],
        ['4:00', says('bot', 'b')],
        ['8:59.999', timePasses],
      )
      expect(open).toMatchObject({ id: 'a', lastAt: at('4:00') })
    },
  )

  test.each(Object.values(CHANNELS))('passing time postpones nothing on $channel', (rule) => {
    const { open } = live(rule, ['0:00', start(rule.channel)], ['1:00', timePasses])
    expect(open).toMatchObject({ lastAt: at('0:00') })
  })
})
