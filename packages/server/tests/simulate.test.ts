import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedTraces } from '@helptally/core/conformance'
import { describe, expect, test } from '@jest/globals'
import { runInTerminal } from './helpers/runInTerminal.js'
import { tempFolder } from './helpers/temp.js'

const simulate = (...args: readonly string[]) => runInTerminal(['simulate', ...args])

async function jsonFile(content: unknown): Promise<string> {
  const file = join(await tempFolder(), 'mine.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return file
}

const mine = {
  name: 'mine',
  threads: { A: 'help', chat: 'web' },
  events: [
    { at: '0:00', in: 'A', does: 'search', query: 'tabs' },
    { at: '0:10', in: 'A', does: 'open', by: 'direct_link' },
    { at: '1:00', in: 'chat', does: 'message', by: 'user' },
    { at: '2:00', in: 'A', does: 'move' },
    { at: '5:10', in: 'A', does: 'input' },
    { at: '5:30', in: 'chat', does: 'close' },
  ],
}

describe('helptally simulate', () => {
  test('says what happened, what each of it did, and where sessions end', async () => {
    const { code, out } = await simulate('--file', await jsonFile(mine))
    expect({ code, lines: out.split('\n') }).toEqual({
      code: 0,
      lines: [
        'mine',
        '',
        '  A     help: a session ends when the time since the last activity reaches 5:00.000',
        '  chat  web: a session ends when the time since the last message of the user exceeds 5:00.000',
        '',
        '  0:00.000  A     searches "tabs"              in no session: an orphan search',
        '  0:10.000  A     opens install (direct_link)  session 1: started it; without activity it would end at 5:10.000',
        '  1:00.000  chat  message of the user          session 2: started it; without a word it would end at 6:00.000',
        '  2:00.000  A     moves the mouse              no activity: nothing is told',
        '  5:10.000  A     session 1 ends               No activity after 0:10.000: the end is dated 5:00.000 later, whenever it was noticed.',
        '  5:10.000  A     is active                    in no session, and starts none',
        '  5:30.000  chat  the window is closed         session 2: ended it',
        '  5:30.000  chat  session 2 ends               The chat window was closed by its X.',
        '',
        'Counted: 2 sessions, 1 orphan searches.',
        '  1  A  0:10.000 to 5:10.000  idle  direct_link, external  2026-11-02',
        '  2  chat  1:00.000 to 5:30.000  close  web  1 interactions, 1 of them of the user.  2026-11-02',
        'The trace says nothing of what it expects.',
      ],
    })
  })

  test('says by other rules what they count, and the exit code says that this is not expected', async () => {
    const rules = await jsonFile({ help: { idleMs: 600_000 } })
    const { code, out } = await simulate('help-idle-5-00-000', '--rules', rules)
    expect(code).toBe(1)
    expect(out).toContain('  A  help: a session ends when the time since the last activity reaches 10:00.000')
    expect(out).toMatch(
      /Not as the trace expects:\n {2}A 0:00\.000: end: expected 5:00\.000, found 15:00\.000\n[\s\S]*A 5:00\.000: session: expected A 5:00\.000, found none$/,
    )
  })

  test('shows, of all traces, those that are not counted as they expect', async () => {
    const traces = publishedTraces()
    expect(await simulate()).toMatchObject({ code: 0, out: `${traces.length} traces, all counted as they expect.` })
    const { code, out } = await simulate('--rules', await jsonFile({ sms: { idleEnds: 'exceeded' } }))
    expect(code).toBe(1)
    expect(out).toMatch(/^social-idle-24-00-00-000\/sms$/m)
    expect(out).not.toMatch(/\/whatsapp$/m)
    expect(out).toMatch(/^\d+ of \d+ traces are not counted as they expect\.$/m)
  })

  test('takes a trace of several channels for each of them', async () => {
    const { code, out } = await simulate('transfer')
    expect(code).toBe(0)
    expect(out.match(/^transfer\/\w+$/gm)).toHaveLength(8)
    expect((await simulate('transfer/sms')).out).not.toContain('whatsapp')
  })

  test('lists the traces, once each, with the rule that each shows', async () => {
    const { out } = await simulate('--list')
    const names = out.split('\n').map((line) => line.split(' ')[0])
    expect(new Set(names).size).toBe(names.length)
    expect(out).toMatch(/^web-close +The chat window closed by its X ends the session\./m)
  })

  test('explains each session, as helptally explain does', async () => {
    const { out } = await simulate('web-close', '--explain')
    expect(out.match(/^Why it started$/gm)).toHaveLength(2)
    expect(out).toMatch(/2026-11-02 09:01:00\.000 {2}The chat window was closed by its X\./)
  })

  test('says it in Spanish', async () => {
    const { out } = await simulate('consent-refused-in-every-tab', '--lang', 'es')
    expect(out).toMatch(/2:00\.000 +el lector rechaza$/m)
    expect(out).toMatch(/3:00\.000 {2}A {2}está activo +sin consentimiento/)
    expect(out).toMatch(/Como espera la traza\.$/)
  })

  test('says it as JSON', async () => {
    const { out } = await simulate('--json', '--file', await jsonFile({ ...mine, sessions: [] }))
    expect(JSON.parse(out)).toMatchObject({
      ruleVersion: 2,
      traces: [
        {
          name: 'mine',
          sessions: [
            { in: 'A', start: '0:10.000', end: '5:10.000', reason: 'idle' },
            { in: 'chat', reason: 'close' },
          ],
          orphanSearches: 1,
          met: false,
          unmet: [
            { session: 'A 0:10.000', field: 'session', expected: '', found: 'A 0:10.000' },
            { session: 'chat 1:00.000', field: 'session' },
            { session: null, field: 'orphanSearches', expected: '0', found: '1' },
          ],
          explained: [{ rule: { channel: 'help' } }, { rule: { channel: 'web' } }],
        },
      ],
    })
  })

  test.each([
    ['{ "name": "mine"\n  "events": [] }', /mine\.json: expected JSON\. .*line 2 column 3/],
    [
      { ...mine, events: [{ at: 'noon', in: 'A', does: 'input' }] },
      /mine\.json: events\.0\.at: expected a time such as/,
    ],
    [
      { version: 1, traces: [mine, { ...mine, name: 'b', until: 7 }] },
      /mine\.json: traces\.1 \("b"\): until: expected/,
    ],
  ])('is not understood with a file that is none: %j', async (content, reason) => {
    expect(await simulate('--file', await jsonFile(content))).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringMatching(reason),
    })
  })

  test.each([
    [['nothing'], /Expected the name of a trace, as --list says them, got "nothing"/],
    [['a', 'b'], /Expected the name of one trace, or none for all, got 2/],
    [['--lang', 'fr'], /--lang: expected en or es/],
    [['--file', '/nowhere.json'], /\/nowhere\.json: expected a file that can be read/],
  ])('says what was expected: %j', async (args, reason) => {
    expect(await simulate(...args)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(reason) })
  })
})
