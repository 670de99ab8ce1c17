import { describe, expect, test } from '@jest/globals'
import { CHANNELS, SURVEY_ANSWER_MS } from '../src/index.js'

const FIVE_MINUTES = 300_000
const A_DAY = 86_400_000
const TALK_ENDS = ['transfer', 'survey_answered', 'interrupted']

// The table of DESIGN 2, written a second time and by hand.
const TABLE = {
  help: ['tab', 'entry', FIVE_MINUTES, 'reached', 'activity', []],
  web: ['conversation', 'message', FIVE_MINUTES, 'exceeded', 'user_message', ['close', ...TALK_ENDS]],
  messaging_api: ['conversation', 'message', FIVE_MINUTES, 'reached', 'interaction', TALK_ENDS],
  facebook: ['conversation', 'message', A_DAY, 'reached', 'interaction', TALK_ENDS],
  whatsapp: ['conversation', 'message', A_DAY, 'reached', 'interaction', TALK_ENDS],
  instagram: ['conversation', 'message', A_DAY, 'reached', 'interaction', TALK_ENDS],
  telegram: ['conversation', 'message', A_DAY, 'reached', 'interaction', TALK_ENDS],
  twitter: ['conversation', 'message', A_DAY, 'reached', 'interaction', TALK_ENDS],
  sms: ['conversation', 'message', A_DAY, 'reached', 'interaction', TALK_ENDS],
} as const

describe('the channel table', () => {
  test.each(Object.entries(TABLE))('the row of %s says what the specification says', (channel, row) => {
    const [thread, startsOn, idleMs, idleEnds, idleFrom, endsEarlyOn] = row
    expect(CHANNELS[channel as keyof typeof TABLE]).toEqual({
      channel,
      thread,
      startsOn,
      idleMs,
      idleEnds,
      idleFrom,
      endsEarlyOn,
    })
  })

  test('has these nine channels and no other', () => {
    expect(Object.keys(CHANNELS).sort()).toEqual(Object.keys(TABLE).sort())
  })

  test('a survey may be answered within a day', () => {
    expect(SURVEY_ANSWER_MS).toBe(A_DAY)
  })
})
