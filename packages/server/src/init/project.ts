/** What is known of a Next app before anything is planned. Read once; planning looks at nothing else. */
export interface Project {
  /** The name in its package.json, else that of its folder. */
  readonly name: string
  readonly next: NextVersion | null
  /** `@helptally/next` is among its dependencies. */
  readonly hasHelptally: boolean
  /** There is a tsconfig.json, as Next itself tells. */
  readonly isTypeScript: boolean
  /** Where its routes are: `app`, `src/app`; null without the App Router. */
  readonly app: string | null
  /** `pages`, `src/pages`; null without the Pages Router. */
  readonly pages: string | null
  /** The .gitignore files that hold for the app, its own first, as paths from it. */
  readonly ignoreFiles: readonly string[]
  /** The folder of the store is there. */
  readonly hasStore: boolean
  /** Files by their path from the app's folder, with `/`. The text is '' for files whose text says nothing here. */
  readonly files: ReadonlyMap<string, string>
}

export interface NextVersion {
  readonly version: string
  /** False: it is the range in package.json, and nothing is installed. */
  readonly isInstalled: boolean
}

/** In the order in which Next takes them. */
export const CONFIG_FILES = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.mts'] as const

/** Where routes of the App Router are, or would be: Next wants both routers in the same folder. */
export const appFolderOf = ({ app, pages }: Project): string => app ?? (pages ?? 'pages').replace(/pages$/, 'app')

export const configFileOf = ({ files }: Project): string | undefined => CONFIG_FILES.find((name) => files.has(name))

export const isTypeScriptFile = (path: string): boolean => /\.m?tsx?$/.test(path)
