import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const EXAMPLE = join(import.meta.dirname, '../../..')
const ROUTES = join(import.meta.dirname, 'routes')
const NOT_COPIED = ['node_modules', '.next', '.turbo', '.helptally', 'tests']

export interface AppCopy {
  readonly folder: string
  remove(): void
}

/** A copy of the example, beside it and built, with the routes of `routes/` in it: what a help site may do that ours does not. */
export function appWithRoutes(): AppCopy {
  const folder = join(EXAMPLE, `../.dev-routes-${process.pid}`)
  cpSync(EXAMPLE, folder, { recursive: true, filter: (source) => !NOT_COPIED.includes(basename(source)) })
  cpSync(ROUTES, join(folder, 'app/[locale]/(inside)'), { recursive: true })
  const modules = join(EXAMPLE, 'node_modules')
  if (existsSync(modules)) symlinkSync(modules, join(folder, 'node_modules'), 'junction')
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1' } as const
  execFileSync(process.execPath, [NEXT, 'build'], { cwd: folder, env, stdio: 'pipe' })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }) }
}
