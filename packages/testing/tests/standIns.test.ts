/** @jest-environment jest-fixed-jsdom */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { setupServer } from 'msw/node'
import { helpHandlers } from '../src/index.js'
import { event, OPEN } from './support/events.js'
import { until } from './support/until.js'

const help = helpHandlers()
const server = setupServer(...help.handlers)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => help.clear())
afterAll(() => server.close())

describe('navigator.sendBeacon', () => {
  test('delivers by fetch', async () => {
    const body = JSON.stringify({ sentAt: Date.now(), events: [event(1, OPEN)] })
    expect(navigator.sendBeacon('/api/help/events', body)).toBe(true)
    await until('the beacon has arrived', () => help.events.length === 1)
  })

  test('says nothing when nobody answers', () => {
    expect(navigator.sendBeacon('http://localhost:1/nobody', 'x')).toBe(true)
  })
})

test('PerformanceObserver observes nothing, and says so', () => {
  expect(PerformanceObserver.supportedEntryTypes).toEqual([])
  const observer = new PerformanceObserver(() => {})
  observer.observe({ type: 'largest-contentful-paint', buffered: true })
  expect(observer.takeRecords()).toEqual([])
  observer.disconnect()
  expect(performance.getEntriesByType('navigation')).toEqual([])
})

describe('navigator.locks', () => {
  const tryTake = (name: string) =>
    new Promise<(() => void) | null>((resolve) => {
      void navigator.locks.request(name, { ifAvailable: true }, (lock) =>
        lock ? new Promise<void>((letGo) => resolve(letGo)) : resolve(null),
      )
    })

  test('gives a free lock, and null while it is held', async () => {
    const letGo = await tryTake('a')
    expect(letGo).not.toBeNull()
    expect(await tryTake('a')).toBeNull()
    expect(await tryTake('b')).not.toBeNull()
  })

  test('gives it again once the holder has let go', async () => {
    const letGo = await tryTake('c')
    letGo!()
    await navigator.locks.request('c', () => {})
    expect(await tryTake('c')).not.toBeNull()
  })

  test('lets the others wait in line without ifAvailable', async () => {
    const order: string[] = []
    const letGo = await tryTake('d')
    const second = navigator.locks.request('d', () => order.push('second'))
    const third = navigator.locks.request('d', () => order.push('third'))
    order.push('first')
    letGo!()
    await Promise.all([second, third])
    expect(order).toEqual(['first', 'second', 'third'])
  })

  test('frees the lock of a holder that failed', async () => {
    const failed = navigator.locks.request('e', () => Promise.reject(new Error('oops')))
    await expect(failed).rejects.toThrow('oops')
    expect(await navigator.locks.request('e', (lock) => lock?.name)).toBe('e')
  })

  test('refuses what it cannot do, and says how to mend it', async () => {
    const shared = navigator.locks.request('f', { mode: 'shared' }, () => {})
    await expect(shared).rejects.toThrow(/^\[helptally\] .*got "mode"/)
  })
})

test('a BroadcastChannel left open reaches others and does not keep the process alive', async () => {
  const heard: unknown[] = []
  const [one, other] = [new BroadcastChannel('site'), new BroadcastChannel('site')]
  other.onmessage = ({ data }) => heard.push(data)
  one.postMessage('hello')
  await until('the message was heard', () => heard.length === 1)
  expect(heard).toEqual(['hello'])
  expect(process.getActiveResourcesInfo()).not.toContain('MessagePort')
})
