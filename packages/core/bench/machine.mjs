// How many events a second the rulebook takes through the machine, on one core.
import { CHANNELS, checkClaims } from '@helptally/core'

const TABS = 20_000
const EVENTS_PER_TAB = 50
const NAMES = [
  'help.article.open',
  'help.article.progress',
  'help.search.submit',
  'help.article.leave',
  'browser.web_vital',
]

const tabs = Array.from({ length: TABS }, (_, tab) => eventsOf(tab))
for (let run = 1; run <= 5; run++) {
  const before = process.cpuUsage()
  let differences = 0
  for (const events of tabs) differences += checkClaims(CHANNELS.help, events).length
  const { user, system } = process.cpuUsage(before)
  const perSecond = (TABS * EVENTS_PER_TAB) / ((user + system) / 1e6)
  console.log(`${Math.round(perSecond).toLocaleString('en')} events/s of CPU, ${differences} differences`)
}

/** A tab whose reader opens, reads and searches, and rests for some minutes now and then; without claims. */
function eventsOf(tab) {
  let ts = 1_700_000_000_000 + tab
  return Array.from({ length: EVENTS_PER_TAB }, (_, i) => {
    const activeAt = i === 0 ? null : ts + 500
    ts += i % 9 === 8 ? 400_000 : 20_000
    const name = NAMES[i % NAMES.length]
    const id = `${tab}-${i}`
    return {
      id,
      name,
      seq: i + 1,
      ts,
      activeAt,
      at: ts,
      receivedAt: ts,
      sessionId: null,
      cause: 'input',
      trigger: 'enter',
    }
  })
}
