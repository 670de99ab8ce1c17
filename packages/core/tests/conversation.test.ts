import { describe, expect, test } from '@jest/globals'
import { CHANNELS, type ChannelRule } from '../src/index.js'
import { at } from './support/clock.js'
import { happens, live, opens, says, timePasses } from './support/live.js'

const CONVERSATIONS: ChannelRule[] = Object.values(CHANNELS).filter((rule) => rule.channel !== 'help')
const WITHOUT_WINDOW = CONVERSATIONS.filter((rule) => rule.channel !== 'web')
const { web, whatsapp } = CHANNELS

describe.each(CONVERSATIONS)('a conversation on $channel', (rule) => {
  test.each(['user', 'bot', 'agent'] as const)('starts a session with its first message, of the %s', (by) => {
    expect(live(rule, ['0:00', says(by, 'hello')]).started).toMatchObject([{ id: 'hello', previousId: null }])
  })

  test('is started by nothing but a message', () => {
    const { started } = live(
      rule,
      ['0:00', opens('article')],
      ['0:01', happens('survey_sent')],
      ['0:02', happens('interrupted')],
    )
    expect(started).toEqual([])
  })

  test('is ended by the transfer to an agent', () => {
    const { ended, open } = live(rule, ['0:00', says('user', 'a')], ['1:00', happens('transfer')])
    expect(ended).toMatchObject([{ id: 'a', endedAt: at('1:00'), reason: 'transfer' }])
    expect(open).toBeNull()
  })

  test('goes on in a linked session after an interruption, whoever speaks next', () => {
    const { started, ended } = live(
      rule,
      ['0:00', says('user', 'a')],
      ['1:00', happens('interrupted')],
      ['1:01', says('bot', 'b')],
    )
    expect(ended).toMatchObject([{ id: 'a', endedAt: at('1:00'), reason: 'interrupted' }])
    expect(started).toMatchObject([{ id: 'a' }, { id: 'b', previousId: 'a' }])
  })

  test('that fell idle before the transfer ended idle', () => {
    const { ended } = live(rule, ['0:00', says('user', 'a')], ['24:00:00.001', happens('transfer')])
    expect(ended).toMatchObject([{ id: 'a', reason: 'idle', endedAt: at('0:00') + rule.idleMs }])
  })
})

describe.each(CONVERSATIONS)('what is written on $channel after a transfer', (rule) => {
  const transferred = [
    ['0:00', says('user', 'a')],
    ['1:00', happens('transfer')],
  ] as const

  test.each(['user', 'bot', 'agent'] as const)('belongs to the agent, whoever writes: %s', (by) => {
    const { started, open } = live(rule, ...transferred, ['1:30', says(by, 'b')], ['24:01:29.999', says(by, 'c')])
    expect(started).toMatchObject([{ id: 'a' }])
    expect(open).toBeNull()
  })

  test('starts a linked session a day after the last message with the agent', () => {
    const { started } = live(rule, ...transferred, ['1:30', says('agent', 'b')], ['24:01:30', says('user', 'c')])
    expect(started).toMatchObject([{ id: 'a' }, { id: 'c', previousId: 'a' }])
  })

  test('starts a linked session once the conversation with the agent is closed', () => {
    const { started } = live(rule, ...transferred, ['2:00', happens('close')], ['2:01', says('user', 'b')])
    expect(started).toMatchObject([{ id: 'a' }, { id: 'b', previousId: 'a' }])
  })

  test('belongs to the agent also when the session was over before', () => {
    const late = rule.idleMs === 300_000 ? '10:00' : '30:00:00'
    const { started, ended } = live(
      rule,
      ['0:00', says('user', 'a')],
      [late, happens('transfer')],
      [late, says('user', 'b')],
    )
    expect(started).toHaveLength(1)
    expect(ended).toMatchObject([{ reason: 'idle' }])
  })
})

test('the X of the chat window ends a session on web', () => {
  const { ended } = live(web, ['0:00', says('user', 'a')], ['1:00', happens('close')])
  expect(ended).toMatchObject([{ id: 'a', endedAt: at('1:00'), reason: 'close' }])
})

test.each(WITHOUT_WINDOW)('a close ends nothing on $channel', (rule) => {
  const { open } = live(rule, ['0:00', says('user', 'a')], ['1:00', happens('close')])
  expect(open).toMatchObject({ id: 'a', lastAt: at('0:00') })
})

describe('a survey', () => {
  test.each(CONVERSATIONS)('ends the session on $channel when it is answered', (rule) => {
    const { ended } = live(
      rule,
      ['0:00', says('user', 'a')],
      ['1:00', happens('survey_sent')],
      ['2:00', happens('survey_answered')],
    )
    expect(ended).toMatchObject([{ id: 'a', endedAt: at('2:00'), reason: 'survey_answered' }])
  })

  const answeredAfter = (answer: string) =>
    live(
      whatsapp,
      ['0:00', says('user', 'a')],
      ['1:00:00', happens('survey_sent')],
      ['20:00:00', says('user', 'b')],
      [answer, happens('survey_answered')],
    )

  test('answered 23:59:59.999 after it was sent is answered', () => {
    expect(answeredAfter('24:59:59.999').ended).toMatchObject([{ reason: 'survey_answered' }])
  })

  test('answered exactly 24 hours after it was sent ends nothing', () => {
    expect(answeredAfter('25:00:00.000').open).toMatchObject({ id: 'a', lastAt: at('20:00:00') })
  })

  test('that was never sent cannot be answered', () => {
    const { open } = live(web, ['0:00', says('user', 'a')], ['1:00', happens('survey_answered')])
    expect(open).toMatchObject({ id: 'a' })
  })

  test('is no interaction: sending it postpones nothing', () => {
    const { ended } = live(
      whatsapp,
      ['0:00', says('user', 'a')],
      ['23:00:00', happens('survey_sent')],
      ['24:00:00', timePasses],
    )
    expect(ended).toMatchObject([{ endedAt: at('24:00:00'), reason: 'idle' }])
  })

  test('counts from the last time it was sent', () => {
    const { ended } = live(
      whatsapp,
      ['0:00', says('user', 'a')],
      ['1:00', happens('survey_sent')],
      ['20:00:00', says('user', 'b')],
      ['21:00:00', happens('survey_sent')],
      ['43:00:00', happens('survey_answered')],
    )
    expect(ended).toMatchObject([{ reason: 'survey_answered', endedAt: at('43:00:00') }])
  })

  test('answered after the idle end neither ends nor starts anything', () => {
    const { ended, started } = live(
      web,
      ['0:00', says('user', 'a')],
      ['1:00', happens('survey_sent')],
      ['10:00', happens('survey_answered')],
    )
    expect(ended).toMatchObject([{ reason: 'idle', endedAt: at('5:00') }])
    expect(started).toHaveLength(1)
  })
})
