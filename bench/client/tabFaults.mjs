// What can happen to a tab, or to the network of one, a story each. Many may be played in one browser.
import { setTimeout as pass } from 'node:timers/promises'

const OUTAGE_MS = 5_000

export const tabFaults = {
  async close({ reader }) {
    const page = await reader.read()
    await reader.vote(page)
    await reader.leave(page)
    await reader.arrive()
  },

  /** Gone before the tab has proven its id. */
  async bounce({ reader }) {
    const page = await reader.visit()
    await reader.vote(page)
    await reader.leave(page)
    await reader.arrive()
  },

  async navigate({ reader }) {
    const page = await reader.read()
    await reader.voteAndGo(page)
    await reader.arrive()
  },

  async crash({ reader, context }) {
    const page = await reader.read()
    await reader.vote(page)
    await crash(context, page)
    await reader.read()
  },

  async 'busy twice'({ reader, gate }) {
    const page = await reader.read()
    gate.fail('busy twice')
    await reader.vote(page)
    await reader.arrive()
  },

  async 'answer lost'({ reader, gate }) {
    const page = await reader.read()
    gate.fail('answer lost')
    await reader.vote(page)
    await reader.settled(page)
  },

  async 'refused 5 s'({ reader, gate }) {
    const page = await reader.read()
    await gate.shut()
    await reader.vote(page)
    await pass(OUTAGE_MS)
    await gate.open()
    await reader.settled(page)
  },

  async 'offline 5 s'({ reader, context }) {
    const page = await reader.read()
    await context.setOffline(true)
    await reader.vote(page)
    await pass(OUTAGE_MS)
    await context.setOffline(false)
    await reader.settled(page)
  },

  async 'close, next visit'({ reader }) {
    const page = await reader.read()
    await reader.vote(page)
    await reader.leave(page)
    await reader.read()
  },

  async 'refused, close, next visit'({ reader, gate }) {
    const page = await reader.read()
    await gate.shut()
    await reader.vote(page)
    await reader.leave(page)
    await gate.open()
    await reader.read()
  },
}

async function crash(context, page) {
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // The page that is asked does not answer any more.
  session.send('Page.crash').catch(() => {})
  await crashed
}
