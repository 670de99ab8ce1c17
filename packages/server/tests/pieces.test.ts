import { describe, expect, test } from '@jest/globals'
import { type Engine, openEngine } from '../src/store/duckdb/engine.js'
import { createPieces } from '../src/store/duckdb/pieces.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const PIECE = 50

async function engineOf(): Promise<Engine> {
  const engine = await openEngine(await tempFolder())
  afterTest(() => engine.close())
  return engine
}

const noteTab = (engine: Engine): Promise<unknown[]> => engine.query('insert into touched select uuid()')

/** Each as a drain under load leaves it. */
async function addPieces(engine: Engine, n: number): Promise<void> {
  for (let nth = 0; nth < n; nth++) {
    await engine.query(`insert into touched select uuid() from range(${PIECE})`)
    await engine.query('checkpoint')
  }
}

async function piecesOf(engine: Engine): Promise<number> {
  const [found] = await engine.query<{ n: number }>(
    "select count(distinct p.row_group_id) as n from pragma_storage_info('touched') p",
  )
  return found!.n
}

describe('the pieces of a table', () => {
  test('stay as checkpoints leave them, until they are put together', async () => {
    const engine = await engineOf()
    await addPieces(engine, 3)
    expect(await piecesOf(engine)).toBe(3)
    await noteTab(engine)
    await createPieces(engine).putTogether()
    expect(await piecesOf(engine)).toBeLessThan(3)
    expect(await engine.query('select count(*) as n from touched')).toEqual([{ n: 3 * PIECE + 1 }])
    const left = await piecesOf(engine)
    await addPieces(engine, 2)
    expect(await piecesOf(engine)).toBe(left + 2)
  })

  test('lose the rows that were replaced when they are put together', async () => {
    const engine = await engineOf()
    await addPieces(engine, 3)
    await engine.query('delete from touched t where t.rowid % 2 = 0')
    await createPieces(engine).putTogether()
    expect(await engine.query('select max(t.rowid) < $n as is_dense from touched t', { n: 1.5 * PIECE })).toEqual([
      { is_dense: true },
    ])
  })

  test('are many when as much came as one may hold, and little comes now', async () => {
    const pieces = createPieces(await engineOf(), { whole: 100, quiet: 10 })
    pieces.add(60)
    pieces.add(60)
    expect(pieces.areMany()).toBe(false)
    pieces.add(0)
    expect(pieces.areMany()).toBe(false)
    pieces.add(1)
    expect(pieces.areMany()).toBe(true)
    await pieces.putTogether()
    expect(pieces.areMany()).toBe(false)
  })
})
