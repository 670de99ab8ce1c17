import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type Served, startServer } from './startServer.js'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.txt': 'text/x-component',
}
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The files of a folder, and nothing else. Its pages may run what they bring along, by its hash, and ask `collector`. */
export function serveFolder(folder: string, collector: string): Promise<Served> {
  return startServer((asked, answer) => {
    const { pathname } = new URL(asked.url!, 'http://localhost')
    const path = join(folder, decodeURIComponent(pathname))
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
    if (!existsSync(file)) return void answer.writeHead(404).end()
    const body = readFileSync(file)
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    const policy = type === 'text/html' && { 'content-security-policy': policyOf(body.toString(), collector) }
    answer.writeHead(200, { 'content-type': type, ...policy }).end(body)
  })
}

function policyOf(html: string, collector: string): string {
  const hashes = [...html.matchAll(INLINE)].map(([, script]) => `'sha256-${hashOf(script!)}'`)
  return [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].join(' ')}`,
    "style-src 'self'",
    `connect-src 'self' ${collector}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')
