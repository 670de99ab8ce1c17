import { expect, test } from '@jest/globals'
import { onceFor } from '../src/onceFor.js'

test('whoever asks for the same one waits for the same work', async () => {
  let begun = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const once = onceFor(() => {
    begun++
    return promise
  })
  const one = {}
  const waiting = [once(one), once(one)]
  resolve()
  await Promise.all(waiting)
  await once(one)
  expect(begun).toBe(1)
  await once({})
  expect(begun).toBe(2)
})

test('work that fails has failed for all who ask for the same one, and is tried anew for others', async () => {
  let begun = 0
  const once = onceFor(async () => {
    if (begun++ === 0) throw new Error('away')
  })
  const one = {}
  await expect(once(one)).rejects.toThrow('away')
  await expect(once(one)).rejects.toThrow('away')
  await expect(once({})).resolves.toBeUndefined()
})
