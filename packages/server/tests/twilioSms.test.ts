import { describe, expect, test } from '@jest/globals'
import { twilioSms } from '../src/adapters/twilioSms.js'
import { NOON } from './helpers/events.js'
import { ofTwilio, reasonsOf, signedByTwilio, TWILIO_TOKEN, undatedOf, webhook } from './helpers/webhooks.js'

// The parameters are those of Twilio's request to the webhook of incoming messages, and of its status callback.

const authToken = TWILIO_TOKEN
const adapter = twilioSms({ authToken })
const SID = 'SM0000000000000000000000000000001'
const fact = {
  channel: 'sms',
  id: SID,
  conversation: '+15017122661:+15558675310',
  visitor: '+15558675310',
  at: NOON,
  type: 'message',
  by: 'user',
}

describe('Twilio', () => {
  test('what comes in is a message of the user, at the time at which it is told', () => {
    expect(undatedOf(adapter, ofTwilio())).toEqual([fact])
    expect(undatedOf(adapter, ofTwilio({ Body: '', NumMedia: '1', MediaUrl0: 'https://a.example' }))).toEqual([fact])
  })

  test('that a message was sent is one of the bot, in the same conversation; receipts are none', () => {
    const status = (MessageStatus: string) =>
      ofTwilio({ MessageStatus, SmsStatus: MessageStatus, From: '+15017122661', To: '+15558675310' })
    expect(undatedOf(adapter, status('sent'))).toEqual([{ ...fact, by: 'bot' }])
    for (const other of ['queued', 'sending', 'delivered', 'undelivered', 'failed', 'read'])
      expect(reasonsOf(adapter, status(other))).toEqual([expect.stringMatching(/^a receipt/)])
  })

  test.each([
    ['whatsapp:', 'whatsapp'],
    ['messenger:', 'facebook'],
  ])('%s addresses are of the channel %s', (prefix, channel) => {
    const body = ofTwilio({ From: `${prefix}+1555`, To: `${prefix}+1501` })
    expect(undatedOf(adapter, body)[0]).toMatchObject({ channel, conversation: `${prefix}+1501:${prefix}+1555` })
  })

  test.each([
    ['no message', '', /^MessageSid/],
    ['another channel', ofTwilio({ From: 'rcs:brand' }), /^From/],
    ['nobody', ofTwilio({ From: '' }), /^expected the person/],
  ])('%s is skipped with the reason', (_, body, reason) => {
    expect(reasonsOf(adapter, body)).toEqual([expect.stringMatching(reason)])
  })

  test('is believed by the signature that Twilio’s documentation gives as an example', () => {
    const body = new URLSearchParams({
      To: '+18005551212',
      CallSid: 'CA1234567890ABCDE',
      Caller: '+12349013030',
      Digits: '1234',
      From: '+12349013030',
    }).toString()
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
    const headers = { 'x-twilio-signature': '0/KCTR6DLpKmkAf8muzZqo1nDgQ=' }
    expect(adapter.isGenuine(webhook(body, headers, url))).toBe(true)
    expect(adapter.isGenuine(webhook(body, headers, `${url}3`))).toBe(false)
    expect(adapter.isGenuine(webhook(`${body}&More=1`, headers, url))).toBe(false)
    expect(twilioSms({ authToken, url }).isGenuine(webhook(body, headers, 'http://localhost:3000/w'))).toBe(true)
    expect(adapter.isGenuine(webhook(body, {}, url))).toBe(false)
  })

  test.each([
    ['https://a.example/w', 'https://a.example:443/w'],
    ['https://a.example:4433/w?x=1', 'https://a.example/w?x=1'],
    ['http://a.example/w', 'http://a.example:80/w'],
  ])('Twilio may sign %s as %s', (url, signed) => {
    const body = ofTwilio()
    expect(adapter.isGenuine(webhook(body, signedByTwilio(signed, body), url))).toBe(true)
  })

  test('without a token nothing is believed', () => {
    const body = ofTwilio()
    for (const none of [undefined, ''])
      expect(
        twilioSms({ authToken: none }).isGenuine(webhook(body, signedByTwilio('https://help.example/w', body, ''))),
      ).toBe(false)
  })
})
