// A Chromium that can be killed, all its processes at once, and started again on the same profile.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { findChromium, QUIET } from '../../examples/help-center/tests/browser/support/chromium.ts'

const FLAGS = ['--headless=new', '--remote-debugging-port=0', '--no-default-browser-check', '--password-store=basic']

export async function launch(profile) {
  const args = [...FLAGS, ...QUIET, `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(findChromium(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  const browser = await chromium.connectOverCDP(await addressFrom(child.stderr))
  return {
    browser,
    /** The context of the profile itself. */
    reader: browser.contexts()[0],
    async kill() {
      const gone = isOver() ? null : once(child, 'exit')
      // The whole group, or the process with the storage lives on for a moment.
      if (gone) process.kill(-child.pid, 'SIGKILL')
      await gone
    },
  }
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
