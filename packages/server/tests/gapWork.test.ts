import { describe, expect, test } from '@jest/globals'
import { DAY, editing, inVain, LATER, nextSeq } from './helpers/editing.js'
import { ENGINES } from './helpers/engines.js'
import { leave, MINUTE, NOON, opening, SITE } from './helpers/events.js'
import { storeProcess } from './helpers/storeProcess.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const NONE = { rate: null, n: 0 }

describe.each(ENGINES)('the work on a gap ($name)', (engine) => {
  test('has a status, an owner and an article, from whoever said it last, and everything of it is told', async () => {
    const { done, read, history, move } = await editing({ engine })
    expect((await read()).rows[0]).toMatchObject({ status: 'open', since: null, owner: '', linked_article: '' })
    await done({ do: 'set', query: 'Refund!', status: 'planned', owner: ' Bo ' })
    move(LATER + MINUTE)
    await done({ do: 'set', query: 'refund', owner: 'Cleo', linked_article: 'refunds' })
    const { rows } = await read()
    expect(rows.find(({ query }) => query === 'refund')).toMatchObject({
      status: 'planned',
      since: new Date(LATER).toISOString(),
      owner: 'Cleo',
      linked_article: 'refunds',
    })
    expect(await history()).toEqual([
      {
        ...{ nr: 2, do: 'set', at: new Date(LATER + MINUTE).toISOString(), by: 'Ana', undone_by: null },
        queries: ['refund'],
        to: { owner: 'Cleo', linked_article: 'refunds' },
      },
      {
        ...{ nr: 1, do: 'set', at: new Date(LATER).toISOString(), by: 'Ana', undone_by: null },
        queries: ['refund'],
        to: { owner: 'Bo', status: 'planned' },
      },
    ])
  })

  test('changes nothing when all was so already', async () => {
    const { change, done, history } = await editing({ engine })
    await done({ do: 'set', query: 'refund', status: 'dismissed' })
    for (const body of [
      { do: 'set', query: 'refund', status: 'dismissed', owner: '' },
      { do: 'set', query: 'bill', status: 'open' },
      { do: 'merge', query: 'bill', into: 'BILL' },
      { do: 'split', query: 'bill' },
    ])
      expect((await change(body)).body).toEqual({ nr: null })
    expect(await history()).toHaveLength(1)
  })

  test('chooses what the report lists, and each status is counted', async () => {
    const { done, gaps, read } = await editing({ engine })
    await done({ do: 'set', query: 'refund', status: 'planned' })
    await done({ do: 'set', query: 'bill', status: 'dismissed' })
    expect((await gaps('&status=open')).map(([query]) => query)).toEqual(['money back'])
    expect((await gaps('&status=planned')).map(([query]) => query)).toEqual(['refund'])
    expect((await gaps()).map(([query]) => query)).toEqual(['bill', 'money back', 'refund'])
    expect((await read('&status=planned')).totals).toMatchObject({
      gaps: 1,
      by_status: { open: 1, planned: 1, written: 0, dismissed: 1 },
    })
  })

  test('stays in sight when the gap fails in fewer than three tabs, without a number', async () => {
    const { done, read } = await editing({ engine, events: [...inVain('refund', { tabs: 2 }), ...inVain('bill')] })
    await done({ do: 'set', query: 'refund', status: 'planned', owner: 'Bo' })
    await done({ do: 'set', query: 'bill', status: 'planned' })
    const { quiet, rows } = await read()
    expect(quiet).toEqual([
      {
        ...{ query: 'refund', queries: [], status: 'planned', since: new Date(LATER).toISOString() },
        ...{ owner: 'Bo', linked_article: '', before: NONE, after: NONE },
      },
    ])
    expect(rows.map(({ query }) => query)).toEqual(['bill'])
    expect((await read('&status=written')).quiet).toEqual([])
  })
})

describe.each(ENGINES)('a gap that was written about ($name)', (engine) => {
  const WRITTEN = NOON + 10 * DAY

  async function written(after: Parameters<typeof inVain>[1]) {
    const events = [...inVain('refund'), ...inVain('refund', { ts: NOON + DAY, results: 0 })]
    const editor = await editing({ engine, at: NOON + 2 * DAY, events })
    editor.move(WRITTEN)
    await editor.done({ do: 'set', query: 'refund', status: 'written', linked_article: 'refunds' })
    const found = inVain('refund', { ts: WRITTEN + DAY, ...after })
    const read = found.flatMap(({ tabId, visitorId, queryId, ts }) => {
      const at = { tabId, visitorId, ts: ts + MINUTE }
      const open = opening({ ...at, queryId, seq: nextSeq(), via: 'search_result' })
      return [
        open,
        leave({ ...at, sessionId: open.id, openId: open.id, engagedMs: 60_000, seq: nextSeq(), ts: ts + 3 * MINUTE }),
      ]
    })
    const later = Math.max(...found.map(({ ts }) => ts)) + DAY
    editor.move(later)
    await editor.collector.post({ sentAt: later, events: [...found, ...read] })
    return (await editor.read()).rows[0]
  }

  test('shows how many of its searches failed in the 28 days before and after', async () => {
    expect(await written({ results: 3 })).toMatchObject({ before: { rate: 1, n: 6 }, after: { rate: 0, n: 3 } })
  })

  test.each([
    ['in fewer than three tabs', { tabs: 2 }],
    ['later', { ts: WRITTEN + 28 * DAY }],
  ])('shows nothing of searches %s', async (_, after) => {
    expect(await written(after)).toMatchObject({ before: { n: 6 }, after: NONE })
  })
})

describe.each(ENGINES)('gaps that are put together ($name)', (engine) => {
  test('count as one, under the name of the second, with all that lay in the first', async () => {
    const { done, gaps } = await editing({ engine })
    await done({ do: 'merge', query: 'money back', into: 'refund' })
    expect(await gaps()).toEqual([
      ['bill', 3, []],
      ['refund', 3, ['money back']],
    ])
    await done({ do: 'merge', query: 'refund', into: 'bill' })
    expect(await gaps()).toEqual([['bill', 3, ['money back', 'refund']]])
  })

  test('stand in the file with all that is said of them, in the same columns for every gap', async () => {
    const { collector, done } = await editing({ engine })
    await done({ do: 'merge', query: 'money back', into: 'refund' })
    await done({ do: 'set', query: 'bill', status: 'written' })
    const file = new Request('http://localhost/api/help/reports/gaps?from=2026-03-10&to=2026-03-11&format=csv')
    const text = await (await collector.handle(file, ['reports', 'gaps'])).text()
    const [heading, ...rows] = text.trim().split('\r\n')
    expect(heading).toMatch(/,queries,status,since,owner,linked_article,before,before_n,after,after_n$/)
    expect(rows.toSorted()).toEqual([
      expect.stringMatching(/,bill,,written,2026-\S+,,,1,3,,0$/),
      expect.stringMatching(/,refund,money back,open,,,,,0,,0$/),
    ])
  })

  test('keep what was said of the first for when they are parted', async () => {
    const { done, read } = await editing({ engine })
    const statusOf = async () => (await read()).rows.map(({ query, status }) => `${query} ${status}`).sort()
    await done({ do: 'set', query: 'money back', status: 'planned' })
    await done({ do: 'merge', query: 'money back', into: 'refund' })
    expect([await statusOf(), (await read()).quiet]).toEqual([['bill open', 'refund open'], []])
    await done({ do: 'set', query: 'money back', status: 'dismissed' })
    expect(await statusOf()).toEqual(['bill open', 'refund dismissed'])
    await done({ do: 'split', query: 'money back' })
    expect(await statusOf()).toEqual(['bill open', 'money back planned', 'refund dismissed'])
  })

  test('come apart again one by one', async () => {
    const { done, gaps } = await editing({ engine })
    await done({ do: 'merge', query: 'money back', into: 'refund' })
    await done({ do: 'merge', query: 'bill', into: 'refund' })
    await done({ do: 'split', query: 'money back' })
    expect(await gaps()).toEqual([
      ['money back', 3, []],
      ['refund', 3, ['bill']],
    ])
  })

  test('have been searched in three tabs each: else a number would tell of one person', async () => {
    const { change } = await editing({ engine, events: [...inVain('refund'), ...inVain('ana lopez', { tabs: 2 })] })
    for (const [query, into] of [
      ['ana lopez', 'refund'],
      ['refund', 'ana lopez'],
    ])
      expect(await change({ do: 'merge', query, into })).toMatchObject({
        status: 409,
        body: { error: '"ana lopez" has been searched in fewer than 3 tabs' },
      })
  })
})

describe.each(ENGINES)('taking back ($name)', (engine) => {
  test('makes everything as it was, in any order', async () => {
    const { done, gaps, history, read } = await editing({ engine })
    const first = await gaps()
    const merged = await done({ do: 'merge', query: 'money back', into: 'refund' })
    const planned = await done({ do: 'set', query: 'refund', status: 'planned' })
    const again = await done({ do: 'set', query: 'refund', status: 'written' })
    await done({ do: 'undo', nr: merged })
    expect(await gaps()).toEqual(first)
    await done({ do: 'undo', nr: again })
    expect((await read('&status=planned')).rows.map(({ query }) => query)).toEqual(['refund'])
    await done({ do: 'undo', nr: planned })
    expect((await read()).rows.map(({ status, since }) => [status, since])).toEqual(Array(3).fill(['open', null]))
    expect((await history()).map((change: { undone_by: string }) => change.undone_by)).toEqual(['Ana', 'Ana', 'Ana'])
  })

  test('is refused where a gap would lie in one that was put into another since', async () => {
    const { done, change, gaps } = await editing({ engine })
    await done({ do: 'merge', query: 'money back', into: 'refund' })
    const parted = await done({ do: 'split', query: 'money back' })
    const later = await done({ do: 'merge', query: 'refund', into: 'money back' })
    const held = await gaps()
    expect(await change({ do: 'undo', nr: parted })).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/^"money back" would lie in "refund", .*: take that back first$/) },
    })
    expect(await gaps()).toEqual(held)
    await done({ do: 'undo', nr: later })
    await done({ do: 'undo', nr: parted })
    expect(await gaps()).toEqual([
      ['bill', 3, []],
      ['refund', 3, ['money back']],
    ])
  })

  test('is done once, and only by the site whose change it was', async () => {
    const { done, change, store } = await editing({ engine })
    const nr = await done({ do: 'set', query: 'refund', status: 'planned' })
    const elsewhere = { site: 'other', at: NOON, by: '', change: { do: 'undo', nr } } as const
    expect(await store.changeGaps(elsewhere)).toEqual({ conflict: expect.stringMatching(/^No change 1 of this site/) })
    await done({ do: 'undo', nr })
    expect((await change({ do: 'undo', nr })).status).toBe(409)
  })
})

test('the work on a gap outlives the process that kept it, and is kept for one that does not own the store', async () => {
  const folder = await tempFolder()
  const [owner, guest] = [storeProcess(folder), storeProcess(folder)]
  await owner.query('select 1')
  const change = { do: 'set', query: 'refund', to: { owner: 'Bo' } } as const
  expect(await guest.changeGaps({ site: SITE, at: NOON, by: '', change })).toEqual({ nr: 1 })
  await owner.kill()
  await guest.kill()
  const store = await tempStore({ folder })
  expect(await store.query('select w.owner from gap_works w')).toEqual([{ owner: 'Bo' }])
  const copy = `${await tempFolder()}/copy`
  await store.backup(copy)
  expect(await (await tempStore({ folder: copy })).query('select w.owner from gap_works w')).toEqual([{ owner: 'Bo' }])
})
