import { MOVE_CLOCKS } from '../support/movedClock.js'
import { standBefore } from '../support/standBefore.js'
import type { Served } from '../support/startServer.js'

/** An empty page of the site, without the plugin: where a test sets a cookie before a reader comes. */
export const BLANK = '/blank'

const COLLECTOR = '/api/help/'

const COUNT_CHANNELS = `{
  globalThis.channelsOpened = 0
  const Real = globalThis.BroadcastChannel
  if (Real) globalThis.BroadcastChannel = class extends Real {
    constructor(name) {
      super(name)
      globalThis.channelsOpened++
    }
  }
}`

/** The site as the tests' readers reach it. */
export interface Doorway extends Served {
  /** How many requests went to the collector so far. */
  collected(): number
  /** How often a link to that path was fetched in advance so far, as Next does. */
  prefetched(path: string): number
}

export async function openDoorway(site: string): Promise<Doorway> {
  let collected = 0
  const prefetched: string[] = []
  const served = await standBefore(site, {
    script: MOVE_CLOCKS + COUNT_CHANNELS,
    onAsk(asked, answer) {
      if (asked.url?.startsWith(COLLECTOR)) collected++
      if (asked.headers['next-router-prefetch']) prefetched.push(asked.url!.split('?')[0]!)
      if (asked.url !== BLANK) return false
      answer.setHeader('content-type', 'text/html').end('<!doctype html>')
      return true
    },
  })
  return {
    ...served,
    collected: () => collected,
    prefetched: (path) => prefetched.filter((one) => one === path).length,
  }
}
