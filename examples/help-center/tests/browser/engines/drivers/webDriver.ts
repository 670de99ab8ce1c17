import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../support/helpCenter.js'
import { until } from '../../support/until.js'

/** The W3C WebDriver protocol, as much as is spoken here. */
export interface WebDriver {
  call<T = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T>
  close(): Promise<void>
}

/** The driver is silent for good when a browser never comes up, and, rarely, in the middle of a session. */
const ANSWER_MS = 20_000

/** The tool has failed, not what it tests. */
export class DriverIsSilent extends Error {}

export async function startWebDriver(program: string, env: Record<string, string>): Promise<WebDriver> {
  const port = await freePort()
  const driver = spawn(program, [`--port=${port}`], { env: { ...process.env, ...env }, stdio: 'ignore' })
  const gone = once(driver, 'exit')
  const call = async <T>(method: string, path: string, body: object = {}): Promise<T> => {
    const signal = AbortSignal.timeout(ANSWER_MS)
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
      signal,
    }).catch((error) => {
      if (!signal.aborted) throw error
      throw new DriverIsSilent(`${program} has not answered ${method} ${path} for ${ANSWER_MS / 1000} s.`)
    })
    const { value } = (await answer.json()) as { value: { error: string; message: string } }
    if (!answer.ok) throw new Error(`${method} ${path} answered ${value.error}: ${value.message}`)
    return value as T
  }
  await until(
    () =>
      call('GET', '/status').then(
        () => true,
        () => false,
      ),
    (isUp) => isUp,
  )
  return {
    call,
    async close() {
      driver.kill()
      await gone
    },
  }
}
