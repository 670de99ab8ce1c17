import { describe, expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { editing } from './helpers/editing.js'
import { opening, SITE } from './helpers/events.js'

describe('a change', () => {
  test.each([
    ['expected an object with do', []],
    ['do: expected set, merge, split or undo', { do: 'drop', query: 'refund' }],
    [/^query: expected what is searched/, { do: 'set', query: 7, status: 'open' }],
    [/^query: expected what is searched/, { do: 'set', query: 'x'.repeat(2_000), status: 'open' }],
    ['expected a status, an owner or a linked_article, got none', { do: 'set', query: 'refund' }],
    ['status: expected open, planned, written, dismissed', { do: 'set', query: 'refund', status: 'done' }],
    ['owner: expected at most 64 characters', { do: 'set', query: 'refund', owner: 'x'.repeat(65) }],
    [/^linked_article: expected the id of an article/, { do: 'set', query: 'refund', linked_article: 1 }],
    [/^into: expected what is searched/, { do: 'merge', query: 'refund' }],
    ['nr: expected the number of a change', { do: 'undo', nr: '1.5' }],
    [/^expected a status/, { do: 'set', query: 'refund', __proto__: { status: 'open' } }],
  ])('that is none is refused: %s', async (reason, body) => {
    const { change, history } = await editing()
    expect(await change(body)).toMatchObject({ status: 400, body: { error: expect.stringMatching(reason) } })
    expect(await history()).toEqual([])
  })

  test('is for editors, and reads are for viewers', async () => {
    const roles = { viewer: 'viewer', editor: 'editor', boss: true, machine: { role: 'admin' } } as const
    const collector = await collect({
      site: SITE,
      authorize: ({ headers }) => roles[headers.get('x-me') as keyof typeof roles] ?? false,
    })
    const as = async (me: string, method: string, path: string) => {
      const body = method === 'POST' ? JSON.stringify({ do: 'set', query: 'refund', owner: me }) : null
      const headers = { 'x-me': me, 'content-type': 'application/json' }
      const { status, body: said } = await collector.send(method, path, { headers, body })
      return [status, said.error]
    }
    const visitor = `visitors/${opening().visitorId}`
    expect((await as('nobody', 'POST', 'gaps'))[0]).toBe(401)
    expect(await as('viewer', 'POST', 'gaps')).toEqual([
      403,
      'Expected the role editor or admin, got viewer: `authorize` says who has which.',
    ])
    for (const me of ['viewer', 'editor', 'boss', 'machine']) expect((await as(me, 'GET', 'gaps/changes'))[0]).toBe(200)
    for (const me of ['editor', 'boss', 'machine']) expect((await as(me, 'POST', 'gaps'))[0]).toBe(200)
    expect((await as('editor', 'DELETE', visitor))[0]).toBe(403)
    expect((await as('boss', 'DELETE', visitor))[0]).toBe(200)
  })

  test('is for nobody when the site names a role that is none', async () => {
    const collector = await collect({ site: SITE, authorize: () => 'owner' as never })
    expect((await collector.get('gaps/changes')).status).toBe(500)
    expect(collector.lines).toEqual([
      expect.stringMatching(/authorize: expected true, false, a role \(viewer, editor, admin\) .* got "owner"\.$/),
    ])
  })
})

describe('a form of the dashboard', () => {
  async function posted(
    fields: Record<string, string>,
    headers: Record<string, string> = { origin: 'http://localhost' },
  ) {
    const { collector, history } = await editing()
    const request = new Request('http://localhost/api/help/gaps', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers,
    })
    const response = await collector.handle(request, ['gaps'])
    return { status: response.status, to: response.headers.get('location'), kept: (await history()).length }
  }
  const set = { do: 'set', query: 'refund', status: 'planned', owner: '', linked_article: '' }

  test('is led back to its page, with what came of it', async () => {
    const back = '/help-insights/content-gaps?days=7&done=4#ht-gaps'
    const to = '/help-insights/content-gaps?days=7&done=1#ht-gaps'
    expect(await posted({ ...set, back })).toEqual({ status: 303, to, kept: 1 })
    expect(await posted({ do: 'split', query: 'bill', back: '/x' })).toMatchObject({ to: '/x?done=nothing', kept: 0 })
    expect(await posted({ do: 'undo', nr: '9', back: '/x' })).toMatchObject({ to: '/x?done=conflict', kept: 0 })
  })

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', 'http://['])(
    'is led nowhere else: %s',
    async (back) => {
      expect(await posted({ ...set, back })).toMatchObject({ status: 303, to: '/?done=1' })
    },
  )

  test.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['that hides where it is', { origin: 'null' }],
    ['that does not say where it is', {}],
  ])('%s is refused', async (_, headers) => {
    expect(await posted(set, headers)).toEqual({ status: 403, to: null, kept: 0 })
  })
})
