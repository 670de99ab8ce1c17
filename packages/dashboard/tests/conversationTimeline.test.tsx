import { RULE_VERSION } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { answered, conversationRow, HOUR, idOf, MINUTE, timeline, webChat, whatsapp } from './conversations.js'
import { part, tableOf, textOf } from './page.js'

const stepsOf = (html: string) =>
  part(html, '<ol class="ht-line ht-turns">', '</ol>')
    .split('<li')
    .slice(1)
    .map((step) => textOf(`<li${step}`))

const reasonsOf = (html: string) => textOf(part(html, '<dl', '</dl>'))

describe('the first session of a chat on a page', () => {
  const html = timeline(answered('web', webChat))

  test('shows who wrote, what it did, and that the bot postpones nothing', () => {
    expect(stepsOf(html)).toEqual([
      '11:00:00 22 Nov The user wrote started the session · may now last until 11:05:00',
      '4 s of 5 min without a message of the user · does not split it 11:00:04 The bot wrote did not postpone its end',
      '5 min of 5 min without a message of the user · does not split it 11:05:00 The user wrote kept it open · may now last until 11:10:00',
      '4 min of 5 min without a message of the user · does not split it 11:09:00 The bot wrote did not postpone its end',
      '5 min of 5 min without a message of the user · splits the conversation here 11:10:00 Session ended 5 min without a message of the user.',
      '11:10:00 Session after it < 1 s later',
    ])
  })

  test('answers why it started and ended, by which rule, and what was said', () => {
    const text = reasonsOf(html)
    expect(text).toContain('Why it started The first message of the conversation, by the user.')
    expect(text).toContain('Why it ended 5 min without a message of the user. Ended on 22 Nov 2026, 11:10:00.')
    expect(text).toContain(
      'Rule Ends as soon as more than 5 min have passed without a message of the user. Before that on: chat closed, passed to an agent, survey answered, interrupted. web, version '.concat(
        String(RULE_VERSION),
      ),
    )
    expect(text).toContain('Idle time counts from The last message of the user. What the bot or an agent writes')
    expect(text).toContain('Interactions 4 Turns of the user 2')
    expect(text).toContain('Longest gap 5 min of 5 min')
    expect(text).toContain('Previous session of the conversation None: this is the first')
  })

  test('leads to the next session', () => {
    expect(html.match(new RegExp(`href="/insights/sessions/${idOf(5)}"`, 'g'))).toHaveLength(2)
  })
})

describe('a session between two others', () => {
  const html = timeline(answered('web', webChat, 1))

  test('shows what parts it from both', () => {
    const steps = stepsOf(html)
    expect(steps.slice(0, 2)).toEqual([
      '11:05:00 22 Nov Session before it ended: 5 min idle',
      '5 min of 5 min without a message of the user · splits the conversation here',
    ])
    expect(steps.slice(-2)).toEqual([
      '11:11:00 Session ended Something broke. What is written after that is another session, linked to this one.',
      '11:12:00 Session after it 1 min later',
    ])
    expect(reasonsOf(html)).toContain('A message of the user, after the session before it had ended.')
  })

  test('keeps what the platform says as a cause in its own direction, and out of the page', () => {
    expect(html).toContain('<bdi>“\u202eCRM &quot;gone&quot;&lt;/script&gt;”</bdi>')
  })
})

test('an answered survey ends it, and what it says is shown', () => {
  const steps = stepsOf(timeline(answered('web', webChat, 2)))
  expect(steps.at(-2)).toMatch(/11:14:00 The survey was answered ended the session · score 4.5$/)
  expect(steps.at(-1)).toBe('11:14:00 Session ended The survey was answered less than 24 hours after it was sent.')
  expect(steps[1]).toBe('1 min later')
})

describe('a conversation that lasts for days', () => {
  const html = timeline(answered('whatsapp', whatsapp, 0, 31 * HOUR))

  test('names the day wherever it is another one', () => {
    expect(stepsOf(html).map((step) => /\d\d:\d\d:\d\d(?: \d+ Nov)?/.exec(step)?.[0])).toEqual([
      '11:00:00 22 Nov',
      '10:00:00 23 Nov',
      '17:00:00',
      '17:00:00',
    ])
  })

  test('is open, and says until when', () => {
    expect(reasonsOf(html)).toContain('It is open. Without a message it ends on 24 Nov 2026, 17:00:00.')
    expect(stepsOf(html).at(-1)).toBe('Session open It is open. Without a message it ends on 24 Nov 2026, 17:00:00.')
    expect(reasonsOf(html)).toContain('The last message, whoever wrote it.')
    expect(reasonsOf(html)).toContain('None so far')
  })
})

test('who wrote has a shape of its own, and its name', () => {
  const html = timeline(answered('web', webChat, 2))
  expect([...html.matchAll(/data-by="(\w+)"/g)].map(([, by]) => by)).toEqual(['bot', 'agent'])
})

describe('meanwhile', () => {
  test('are sessions of other conversations, each one tap away', () => {
    const html = timeline(answered('web', webChat), { meanwhile: [conversationRow()] })
    expect(tableOf(html, 'ht-conversations')).toEqual([
      ['Started', 'Channel', 'Length', 'Interactions', 'User turns', 'Ended'],
      ['10:00:00', 'WhatsApp', '30 min', '12', '5', 'passed to an agent'],
    ])
    expect(html).toContain(`href="/insights/sessions/${idOf(7)}"`)
  })

  test('is nothing, and the help center cannot be told of', () => {
    const text = textOf(
      timeline(
        answered('web', [
          [0, 'user'],
          [MINUTE, 'user'],
        ]),
      ),
    )
    expect(text).toContain('The visitor had no session in another conversation at the same time.')
    expect(text).toContain('The help center knows its readers by other ids')
  })
})
