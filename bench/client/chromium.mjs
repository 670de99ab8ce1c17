// A Chromium that can be killed, all its processes at once, and started again on the same profile.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { findChromium, QUIET } from '../../examples/help-center/tests/browser/support/chromium.ts'

const FLAGS = ['--headless=new', '--remote-debugging-port=0', '--no-default-browser-check', '--password-store=basic']

/** All that run: none outlives the script, however that ends. */
const running = new Set()
process.on('exit', () => running.forEach(killGroup))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

export async function launch(profile) {
  const args = [...FLAGS, ...QUIET, `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(findChromium(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = once(child, 'exit').then(() => running.delete(child))
  running.add(child)
  const browser = await chromium.connectOverCDP(await addressFrom(child.stderr))
  return {
    browser,
    /** The context of the profile itself. */
    reader: browser.contexts()[0],
    async kill() {
      if (running.has(child)) killGroup(child)
      await gone
    },
  }
}

/** The process alone would leave the one with the storage alive for a moment. */
function killGroup({ pid }) {
  process.kill(-pid, 'SIGKILL')
}

function addressFrom(stderr) {
  const said = []
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stderr })
    lines.on('line', (line) => {
      said.push(line)
      const address = line.match(/^DevTools listening on (ws:\S+)/)?.[1]
      if (address) resolve(address)
    })
    lines.on('close', () => reject(new Error(`[helptally] Chromium ended early:\n${said.slice(-5).join('\n')}`)))
  })
}
