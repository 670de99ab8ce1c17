import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const EXAMPLE = join(import.meta.dirname, '../../..')
const HELPTALLY = join(EXAMPLE, '../../packages/next/bin/helptally.js')
/** A start shall not keep the others waiting for ever. */
const BUILT_WITHIN_MS = 180_000

/** What `create-next-app` leaves, in short, with an article for each slug. */
const FRESH: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "fresh", "private": true, "dependencies": { "next": "^16.3.0" } }\n',
  'tsconfig.json': readFileSync(join(EXAMPLE, 'tsconfig.json'), 'utf8'),
  'next.config.ts': `import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  /* config options here */
};

export default nextConfig;
`,
  'app/layout.tsx': `import { ConsentBanner } from "@helptally/next";
import type { ReactNode } from "react";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <ConsentBanner />
      </body>
    </html>
  );
}
`,
  'app/page.tsx': `import Link from "next/link";

export default function Home() {
  return <Link href="/docs/start/install">Install</Link>;
}
`,
  'app/docs/[...slug]/page.tsx': `export default async function Article({ params }: { params: Promise<{ slug: string[] }> }) {
  return <article>{(await params).slug.join(" / ")}</article>;
}
`,
}

export interface FreshApp {
  readonly folder: string
  /** `helptally init`, as its developer calls it. What it says. */
  init(...args: readonly string[]): string
  build(): void
  read(path: string): string | null
  remove(): void
}

/** A Next app made anew beside the example, so that it finds the same packages. Nothing of Helptally is in it but the banner. */
export function freshApp(): FreshApp {
  const folder = join(EXAMPLE, `../.dev-fresh-${process.pid}`)
  for (const [path, text] of Object.entries(FRESH)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const modules = join(EXAMPLE, 'node_modules')
  if (existsSync(modules)) symlinkSync(modules, join(folder, 'node_modules'), 'junction')
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1' } as const
  const run = (args: readonly string[]) =>
    execFileSync(process.execPath, args, {
      cwd: folder,
      env,
      stdio: 'pipe',
      encoding: 'utf8',
      timeout: BUILT_WITHIN_MS,
    })
  return {
    folder,
    init: (...args) => run([HELPTALLY, 'init', ...args]),
    build: () => void run([NEXT, 'build']),
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}

export const freshFile = (path: string): string => FRESH[path]!
