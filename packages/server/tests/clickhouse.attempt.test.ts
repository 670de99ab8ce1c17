import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { attempt, type Deed, type Outcome, type World } from '../src/store/clickhouse/servers/attempt.js'
import type { Fault, Hope } from '../src/store/clickhouse/servers/faults.js'
import { inOrder, jittered, type Replica, replicaAt, spare, welcome } from '../src/store/clickhouse/servers/replicas.js'

const fault = (hope: Hope, other: Partial<Fault> = {}): Fault => ({
  says: `${hope}.`,
  hope,
  spare: 'nothing',
  isUnseen: false,
  cause: new Error(hope),
  ...other,
})

const deed = (other: Partial<Deed<never, string>> = {}): Deed<never, string> => ({
  purpose: 'reading',
  isRepeatable: true,
  giveUpAfterMs: 10_000,
  on: () => Promise.reject(new Error('not asked here')),
  ...other,
})

/** A world in which each replica answers in turn as it is told, and then with its name; and in which time passes by sleeping. */
function worldOf(
  answers: Readonly<Record<string, readonly Fault[]>>,
): World<never> & { asked: string[]; slept: number[] } {
  const left = Object.fromEntries(Object.entries(answers).map(([address, faults]) => [address, [...faults]]))
  const asked: string[] = []
  const slept: number[] = []
  let time = 0
  return {
    asked,
    slept,
    isClosed: () => false,
    now: () => time,
    random: () => 0.5,
    async sleep(ms) {
      slept.push(ms)
      time += ms
    },
    async once<Result>({ address }: Replica<never>): Promise<Outcome<Result>> {
      asked.push(address)
      const next = left[address]?.shift()
      return next ? { isDone: false, fault: next } : { isDone: true, result: address as Result }
    },
  }
}

const pair = [replicaAt<never>('a'), replicaAt<never>('b')]

describe('what one replica cannot do', () => {
  test('the other is asked at once', async () => {
    const world = worldOf({ a: [fault('again')] })
    expect(await attempt(pair, deed(), world)).toBe('b')
    expect(world).toMatchObject({ asked: ['a', 'b'], slept: [] })
  })

  test('is tried again after a while that grows, when no other could', async () => {
    const world = worldOf({ a: [fault('again'), fault('again'), fault('again')] })
    expect(await attempt(pair.slice(0, 1), deed(), world)).toBe('a')
    expect(world.slept).toEqual([150, 300, 600])
  })

  test('is given up in time, with what may pass rather than what may not', async () => {
    const all = Array.from({ length: 99 }, () => fault('again'))
    const world = worldOf({ a: all, b: all.map(() => fault('elsewhere')) })
    await expect(attempt(pair, deed({ giveUpAfterMs: 1_000 }), world)).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: '[helptally] again. All 2 replicas were tried, none did better.',
    })
    expect(world.now()).toBeLessThanOrEqual(1_000)
  })

  test('is asked of each, and not again, when it will not pass by itself', async () => {
    const world = worldOf({ a: [fault('elsewhere')], b: [fault('elsewhere')] })
    await expect(attempt(pair, deed(), world)).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect(world).toMatchObject({ asked: ['a', 'b'], slept: [] })
  })

  test.each(['never', 'bug'] as const)('is asked of no other when the answer is %s', async (hope) => {
    const world = worldOf({ a: [fault(hope)] })
    const name = hope === 'bug' ? 'Error' : 'StoreUnavailable'
    await expect(attempt(pair, deed(), world)).rejects.toMatchObject({ name, message: `[helptally] ${hope}.` })
    expect(world.asked).toEqual(['a'])
  })

  test('is not done twice where it may have been done, and must not be', async () => {
    const once = deed({ isRepeatable: false })
    const seen = worldOf({ a: [fault('again')] })
    await expect(attempt(pair, once, seen)).rejects.toThrow('again')
    expect(seen.asked).toEqual(['a'])
    const unseen = worldOf({ a: [fault('again', { isUnseen: true })] })
    expect(await attempt(pair, once, unseen)).toBe('b')
  })

  test('is asked no more when the store is closed meanwhile', async () => {
    const world = worldOf({ a: Array.from({ length: 9 }, () => fault('again')) })
    const closing = { ...world, isClosed: () => world.slept.length > 0 }
    await expect(attempt(pair.slice(0, 1), deed(), closing)).rejects.toThrow('The store has been closed')
    expect(world.asked).toEqual(['a'])
  })
})

describe('a replica', () => {
  const at = (now: number): { now: number; random: () => number } => ({ now, random: () => 0.5 })
  const names = (replicas: readonly Replica<never>[], purpose: 'reading' | 'writing', now: number): string[] =>
    inOrder(replicas, purpose, at(now)).map(({ address }) => address)

  test('that is out of reach is asked last, for longer each time, and first again when its time is over', () => {
    const [a, b] = [replicaAt<never>('a'), replicaAt<never>('b')]
    expect(spare(a, fault('again', { spare: 'all' }), at(0))).toBe(true)
    expect(names([a, b], 'reading', 700)).toEqual(['b', 'a'])
    expect(names([a, b], 'reading', 800)).toEqual(['a', 'b'])
    expect(spare(a, fault('again', { spare: 'all' }), at(800))).toBe(false)
    expect(names([a, b], 'reading', 2_200)).toEqual(['b', 'a'])
    expect(names([a, b], 'reading', 2_300)).toEqual(['a', 'b'])
  })

  test('that takes no events still answers', () => {
    const [a, b] = [replicaAt<never>('a'), replicaAt<never>('b')]
    spare(a, fault('again', { spare: 'writing' }), at(0))
    expect(names([a, b], 'writing', 10)).toEqual(['b', 'a'])
    expect(names([a, b], 'reading', 10)).toEqual(['a', 'b'])
    expect(welcome(a, 'reading')).toBe(false)
    expect(names([a, b], 'writing', 10)).toEqual(['b', 'a'])
    expect(welcome(a, 'writing')).toBe(true)
    expect(names([a, b], 'writing', 10)).toEqual(['a', 'b'])
  })

  test('has as much to do as the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (count, chances) => {
          const replicas = Array.from({ length: count }, (_, i) => replicaAt<never>(String(i)))
          const random = (): number => chances.next().value
          const order = inOrder(replicas, 'reading', { now: 0, random })
          expect([...order].sort((x, y) => Number(x.address) - Number(y.address))).toEqual(replicas)
        },
      ),
    )
    let seed = 1
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const first = Array.from(
      { length: 3_000 },
      () => inOrder([...pair, replicaAt<never>('c')], 'reading', { now: 0, random })[0]!.address,
    )
    for (const address of ['a', 'b', 'c']) expect(first.filter((it) => it === address).length).toBeGreaterThan(900)
  })

  test('is waited for between half and all of a while that doubles, half a minute at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const ms = jittered(1_000, failures, () => chance)
        const full = Math.min(30_000, 1_000 * 2 ** (failures - 1))
        expect(ms).toBeGreaterThanOrEqual(full / 2)
        expect(ms).toBeLessThanOrEqual(full)
      }),
    )
  })
})
