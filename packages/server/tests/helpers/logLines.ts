import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tempFolder } from './temp.js'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number): string => String(n).padStart(2, '0')
export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

export interface Asked {
  /** Epoch ms. */
  readonly at: number
  readonly address?: string
  readonly method?: string
  readonly target?: string
  readonly status?: number
  readonly referer?: string
  readonly agent?: string
}

/** A line as nginx writes it, in UTC. */
export function logLine({
  at,
  address = '198.51.100.7',
  method = 'GET',
  target = '/en/articles/idle',
  status = 200,
  referer = '-',
  agent = FIREFOX,
}: Asked): string {
  const t = new Date(at)
  const date = `${two(t.getUTCDate())}/${MONTHS[t.getUTCMonth()]}/${t.getUTCFullYear()}`
  const time = [t.getUTCHours(), t.getUTCMinutes(), t.getUTCSeconds()].map(two).join(':')
  return `${address} - - [${date}:${time} +0000] "${method} ${target} HTTP/1.1" ${status} 512 "${referer}" "${agent}"`
}

/** A file with these lines, in a folder of its own. */
export async function logFile(lines: readonly string[], { name = 'access.log' } = {}): Promise<string> {
  const file = join(await tempFolder(), name)
  const text = lines.map((line) => `${line}\n`).join('')
  await writeFile(file, name.endsWith('.gz') ? gzipSync(text) : text)
  return file
}
