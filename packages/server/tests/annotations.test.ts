import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { ENGINES, type TestEngine } from './helpers/engines.js'
import { MINUTE, NOON, SITE } from './helpers/events.js'
import { storeProcess } from './helpers/storeProcess.js'
import { tempFolder, tempStore } from './helpers/temp.js'

async function annotating(engine: TestEngine) {
  const collector = await collect({
    store: await engine.open(),
    site: SITE,
    authorize: () => ({ role: 'editor', name: 'Ana' }),
  })
  const headers = { 'content-type': 'application/json' }
  const add = (body: object, site = SITE) =>
    collector.send('POST', `annotations?site=${site}`, { body: JSON.stringify(body), headers })
  const rows = async (params = '') =>
    (await collector.get(`annotations?from=2026-03-10&to=2026-03-11${params}`)).body.rows
  return { collector, add, rows }
}
const deploy = { kind: 'deploy', text: ' Release 1.2 ', at: '2026-03-10T09:00:00+01:00' } as const

describe.each(ENGINES)('annotations ($name)', (engine) => {
  test('what was done is kept with who told it, and read by period, the latest first', async () => {
    const { add, rows } = await annotating(engine)
    const { body } = await add(deploy)
    await add({ kind: 'publication', text: 'Refunds', article: 'refunds' })
    await add({ kind: 'note', text: 'of the day after', at: NOON + 24 * 60 * MINUTE })
    await add({ kind: 'note', text: 'of another site' }, 'other')
    expect(await rows()).toEqual([
      {
        ...{ id: expect.any(String), at: new Date(NOON).toISOString(), by: 'Ana' },
        ...{ kind: 'publication', text: 'Refunds', article: 'refunds' },
      },
      { id: body.id, at: '2026-03-10T08:00:00.000Z', by: 'Ana', kind: 'deploy', text: 'Release 1.2', article: '' },
    ])
  })

  test('the same told again, as a build that is repeated does, is kept once', async () => {
    const { add, rows } = await annotating(engine)
    const first = await add(deploy)
    expect((await add(deploy)).body).toEqual(first.body)
    expect((await add({ ...deploy, text: 'Release 1.3' })).body).not.toEqual(first.body)
    expect(await rows()).toHaveLength(2)
  })

  test('one is removed, from its own site', async () => {
    const { collector, add, rows } = await annotating(engine)
    const { id } = (await add(deploy)).body
    const remove = async (path: string) => (await collector.send('DELETE', `annotations/${path}`)).status
    expect([await remove(`${id}?site=other`), await remove(randomUUID()), await remove('1')]).toEqual([404, 404, 404])
    expect([await remove(id), await remove(id), await rows()]).toEqual([200, 404, []])
  })

  test.each([
    ['expected an object with kind and text', []],
    [/^at: expected an instant/, { ...deploy, at: '2026-03-10' }],
    [/^at: expected an instant/, { ...deploy, at: 7 }],
    [/^at: expected an instant/, { ...deploy, at: null }],
    ['kind: expected deploy, publication, note', { ...deploy, kind: 'party' }],
    [/^text: expected what was done/, { ...deploy, text: '  ' }],
    [/^text: expected what was done/, { ...deploy, text: 'x'.repeat(201) }],
    [/^article: expected the id/, { ...deploy, article: 7 }],
  ])('what is none is refused: %s', async (reason, body) => {
    const { add, rows } = await annotating(engine)
    expect(await add(body)).toMatchObject({ status: 400, body: { error: expect.stringMatching(reason) } })
    expect(await rows()).toEqual([])
  })
})

test('a viewer reads, and does not write', async () => {
  const collector = await collect({ site: SITE, authorize: () => 'viewer' })
  const headers = { 'content-type': 'application/json' }
  expect((await collector.get('annotations')).status).toBe(200)
  const answer = await collector.send('POST', 'annotations', { body: JSON.stringify(deploy), headers })
  expect(answer.status).toBe(403)
  expect((await collector.send('DELETE', `annotations/${randomUUID()}`)).status).toBe(403)
})

test('one outlives its process, kept for one that does not own the store', async () => {
  const folder = await tempFolder()
  const [owner, guest] = [storeProcess(folder), storeProcess(folder)]
  await owner.query('select 1')
  const annotation = { id: randomUUID(), at: NOON, kind: 'note', text: 'kept', article: '', by: '' } as const
  expect(await guest.changeAnnotations({ do: 'add', site: SITE, annotation })).toBe(annotation.id)
  await owner.kill()
  await guest.kill()
  const store = await tempStore({ folder })
  expect(await store.query('select a.text from annotations a')).toEqual([{ text: 'kept' }])
})
