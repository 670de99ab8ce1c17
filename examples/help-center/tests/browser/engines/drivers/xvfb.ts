import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A screen that nobody sees. */
export interface Screen {
  readonly display: string
  close(): Promise<void>
}

export async function startXvfb(program: string): Promise<Screen> {
  const told = 3
  const args = ['-displayfd', String(told), '-screen', '0', '1280x900x24', '-nolisten', 'tcp']
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const gone = once(server, 'exit')
  // It picks a number that is free.
  const [number] = await once(server.stdio[told] as Readable, 'data')
  return {
    display: `:${String(number).trim()}`,
    async close() {
      server.kill()
      await gone
    },
  }
}
