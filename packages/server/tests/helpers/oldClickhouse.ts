import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { describe } from '@jest/globals'
import { afterTest, tempFolder } from './temp.js'

const SERVER = 'clickhouse-server'

/** Where Debian's or another server is not installed, tests with one are passed over: not every system has it. */
export const describeOldClickhouse: typeof describe.skip = isInstalled() ? describe : describe.skip

if (!isInstalled()) console.warn(`[helptally] Expected a ${SERVER} for tests with one, found none. Debian has 18.16.`)

/** A real ClickHouse server, alone, in a folder of its own, with the users `default` and `help`. */
export interface OldClickhouse {
  readonly port: number
  readonly tcpPort: number
  kill(): Promise<void>
  signal(signal: NodeJS.Signals): void
  /** After `kill`: on the same ports, with what it had. */
  start(): Promise<void>
}

export interface OldClickhouseOptions {
  /** Of the user `help`. Default: none. */
  readonly password?: string
  /** Where it lies, an empty one. Default: a temporary one. */
  readonly folder?: string
  /** What the server is started by, such as `faketime`. */
  readonly by?: readonly string[]
}

export async function oldClickhouse(options: OldClickhouseOptions = {}): Promise<OldClickhouse> {
  const { password = '', folder = await tempFolder(), by = [] } = options
  const [port, tcpPort] = [await freePort(), await freePort()]
  for (const part of ['data', 'tmp', 'files', 'schemas']) await mkdir(join(folder, part))
  await writeFile(join(folder, 'users.xml'), usersOf(password))
  await writeFile(join(folder, 'config.xml'), configOf(folder, port, tcpPort))
  let child: ChildProcess | null = null
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
  afterTest(kill)
  const start = async (): Promise<void> => {
    const [command, ...args] = [...by, SERVER, `--config-file=${join(folder, 'config.xml')}`]
    child = spawn(command!, args, { cwd: folder, stdio: 'ignore' })
    while (!(await answers(port))) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${SERVER} ended: ${await readFile(join(folder, 'errors.log'), 'utf8').catch(String)}`)
      await after(50)
    }
  }
  await start()
  return { port, tcpPort, kill, signal: (signal) => void child?.kill(signal), start }
}

function isInstalled(): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, SERVER), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/ping`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

const usersOf = (password: string): string => `<yandex>
  <profiles><default></default><reader><readonly>1</readonly></reader></profiles>
  <quotas><default></default></quotas>
  <users>
    <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
    <help><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></help>
    <reader><password></password><networks><ip>127.0.0.1</ip></networks><profile>reader</profile><quota>default</quota></reader>
  </users>
</yandex>
`

const configOf = (folder: string, port: number, tcpPort: number): string => `<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/errors.log</errorlog></logger>
  <http_port>${port}</http_port><tcp_port>${tcpPort}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <user_files_path>${folder}/files/</user_files_path><format_schema_path>${folder}/schemas/</format_schema_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <timezone>UTC</timezone><mark_cache_size>67108864</mark_cache_size>
</yandex>
`
