import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Ran, type RunOptions, runInTerminal } from './runInTerminal.js'
import { tempFolder } from './temp.js'

type Files = Readonly<Record<string, string>>

export interface NextSite {
  readonly folder: string
  /** `helptally init`, in its folder. */
  init(args?: readonly string[], options?: RunOptions): Promise<Ran>
  /** Every file of it, by its path. */
  files(): Promise<Record<string, string>>
  write(files: Files): Promise<void>
}

export const PACKAGE = JSON.stringify({ name: '@acme/help', dependencies: { next: '^16.3.0' } })

/** What `create-next-app` leaves, with a page for each article; `files` beside it or in its place. */
export const FRESH: Files = {
  'package.json': PACKAGE,
  'tsconfig.json': '{}',
  '.gitignore': '# dependencies\n/node_modules\n',
  'next.config.ts':
    'import type { NextConfig } from "next";\n\nconst nextConfig: NextConfig = {\n  /* config options here */\n};\n\nexport default nextConfig;\n',
  'app/layout.tsx': 'export default function Layout({ children }) { return <html><body>{children}</body></html> }\n',
  'app/page.tsx': 'export default function Home() { return null }\n',
  'app/articles/[slug]/page.tsx': 'export default function Article() { return null }\n',
}

/** The same with the Pages Router. */
export const FRESH_PAGES: Files = {
  ...Object.fromEntries(Object.entries(FRESH).filter(([path]) => !path.startsWith('app/'))),
  'pages/_app.tsx': 'export default function App({ Component, pageProps }) { return <Component {...pageProps} /> }\n',
  'pages/index.tsx': 'export default function Home() { return null }\n',
  'pages/api/hello.ts': 'export default function handler(req, res) { res.status(200).json({ name: "John Doe" }) }\n',
  'pages/articles/[slug].tsx': 'export default function Article() { return null }\n',
}

/** The same without some of its files. */
export const freshWithout = (...paths: readonly string[]): Files =>
  Object.fromEntries(Object.entries(FRESH).filter(([path]) => !paths.some((prefix) => path.startsWith(prefix))))

/** A repository with the files of a site. */
export async function nextSite(files: Files): Promise<NextSite> {
  const folder = await tempFolder()
  await mkdir(join(folder, '.git'))
  const write = async (more: Files) => {
    for (const [path, text] of Object.entries(more)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
  }
  await write(files)
  return {
    folder,
    write,
    init: (args = [], options = {}) => runInTerminal(['init', '--dir', folder, ...args], options),
    async files() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
      const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
      return Object.fromEntries(paths.map((path, index) => [relative(folder, path), texts[index]!]))
    },
  }
}
