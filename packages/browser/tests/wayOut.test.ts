import { parseBatch } from '@helptally/core/schema'
import { expect, test } from '@jest/globals'
import type { Ports } from '../src/ports/ports.js'
import { grantedBrowser } from './support/granted.js'

/** A browser that sends for pages that have died; `log` hears what is handed to it, taken back and sent, in order. */
function standingBy(log: string[]) {
  return (usual: Ports): Ports => ({
    ...usual,
    sendLater() {
      log.push('stands by')
      return () => log.push('taken back')
    },
    send(url, body) {
      log.push('sent')
      return usual.send(url, body)
    },
  })
}

test('while events wait there is no moment in which none stands by', async () => {
  const browser = grantedBrowser()
  const log: string[] = []
  const tab = browser.openTab('/en/articles/idle', { ports: standingBy(log) })
  await browser.advance(500)
  tab.engine.vote(1)
  await browser.advance(6_000)
  expect(log).toEqual(['stands by', 'stands by', 'taken back', 'sent', 'taken back'])
})

test('what a page is told after it was left goes with all that waits in one request, once it is hidden', async () => {
  const browser = grantedBrowser()
  const log: string[] = []
  const tab = browser.openTab('/en/articles/idle', { ports: standingBy(log) })
  await browser.advance(3_000)
  tab.hidePage()
  for (let i = 0; i < 3; i++) {
    tab.engine.vote(1)
    await Promise.resolve()
  }
  expect([browser.requests, log.at(-2)]).toEqual([1, 'stands by'])
  tab.setHidden(true)
  await browser.advance(0)
  expect(browser.requests).toBe(2)
  expect(browser.received.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
})

test('what stands by says that the time of its sending says nothing of the clock', async () => {
  const browser = grantedBrowser()
  const bodies: string[] = []
  browser.openTab('/en/articles/idle', {
    ports: (usual) => ({
      ...usual,
      sendLater(_url, body) {
        bodies.push(body)
        return () => {}
      },
    }),
  })
  await browser.advance(500)
  const parsed = bodies.map((body) => parseBatch(JSON.parse(body)))
  expect(parsed).toMatchObject([{ ok: true, batch: { later: true, events: [{ seq: 1 }] } }])
})
