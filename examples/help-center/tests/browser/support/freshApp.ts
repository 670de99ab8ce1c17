import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MadeApp } from './appIn.js'
import { EXAMPLE } from './helpCenter.js'
import { makeApp } from './makeApp.js'

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

/** A Next app with nothing of Helptally in it but the banner. */
export const freshApp = (): MadeApp => makeApp('fresh', { files: FRESH, packages: 'linked' })

export const freshFile = (path: string): string => FRESH[path]!
