import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../support/helpCenter.js'
import { until } from '../../support/until.js'

/** The W3C WebDriver protocol, as much as is spoken here. */
export interface WebDriver {
  call<T = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T>
  close(): Promise<void>
}

/** A browser that never comes up leaves the driver silent for good. */
const ANSWER_MS = 20_000

export async function startWebDriver(program: string, env: Record<string, string>): Promise<WebDriver> {
  const port = await freePort()
  const driver = spawn(program, [`--port=${port}`], { env: { ...process.env, ...env }, stdio: 'ignore' })
  const gone = once(driver, 'exit')
  const call = async <T>(method: string, path: string, body: object = {}): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS),
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
