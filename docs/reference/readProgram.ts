import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url))

/** The sources behind the names that packages import each other by, so that nothing has to be built before. */
const PATHS = {
  '@helptally/core': ['packages/core/src/index.ts'],
  '@helptally/core/*': ['packages/core/src/*.ts', 'packages/core/src/*/index.ts'],
  '@helptally/browser': ['packages/browser/src/index.ts'],
  '@helptally/browser/*': ['packages/browser/src/*/index.ts'],
  '@helptally/dashboard': ['packages/dashboard/src/index.ts'],
  '@helptally/server': ['packages/server/src/index.ts'],
  '@helptally/server/*': ['packages/server/src/*/index.ts'],
}

/** The types of these files, in paths from the root, and of all that they import. */
export function readProgram(files: readonly string[]): ts.Program {
  const config = {
    extends: './tsconfig.base.json',
    compilerOptions: { lib: ['es2024', 'dom', 'dom.iterable'], jsx: 'react-jsx', noEmit: true, paths: PATHS },
    files,
  }
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  const [error] = errors
  if (error) throw new Error(`[helptally] ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`)
  return ts.createProgram(fileNames, options)
}
