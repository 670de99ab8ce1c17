import { expect, test } from '@jest/globals'
import { addressBelow } from '../src/addressBelow.js'

test.each([
  ['/api/help', '/api/help/events'],
  ['/api/help/', '/api/help/events/'],
  ['https://count.example/in', 'https://count.example/in/events'],
  ['https://count.example/', 'https://count.example/events/'],
  ['', '/events'],
])('an address below %j has a slash at its end if that one has', (base, address) => {
  expect(addressBelow(base, 'events')).toBe(address)
})
