import { access } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { accessLogFormat } from './accessLogFormat.js'
import { type Command, misreadBy } from './command.js'
import { exportFormat } from './exportFormat.js'
import type { ImportAsked, ImportFormat } from './importFormat.js'
import { STANDARD_INPUT } from './standardInput.js'
import { STORE_HELP, storeOf } from './storeOf.js'

/** By the name that --format takes. A file that no other claims is an access log. */
const formats: Readonly<Record<string, ImportFormat>> = { export: exportFormat, combined: accessLogFormat }
const DEFAULT_FORMAT = 'combined'

const run: Command['run'] = async (args, terminal) => {
  const options = {
    store: { type: 'string' },
    format: { type: 'string' },
    json: { type: 'boolean', default: false },
    ...Object.assign({}, ...Object.values(formats).map((format) => format.options)),
  } as const
  const parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  const values = parsed.values as ImportAsked['values']
  const files = parsed.positionals
  const misread = misreadBy(terminal)
  if (files.length === 0) return misread('Expected one file or several, got none')
  const named = (values.format as string | undefined) ?? formatOf(files)
  if (named === null) return misread('Expected files of one format, got some of different ones: import them one by one')
  if (!Object.hasOwn(formats, named))
    return misread(`--format: expected ${Object.keys(formats).join(' or ')}, got "${named}"`)
  const format = formats[named]!
  const asked = { files, values, json: values.json === true }
  const expected = format.misread(asked) ?? (await firstMissing(files))
  if (expected !== null) return misread(expected)

  const into = storeOf(values.store as string | undefined)
  return format.run(asked, into, terminal).finally(() => into.store.close())
}

/** null when they differ. */
function formatOf(files: readonly string[]): string | null {
  const found = new Set(
    files.map((file) => Object.keys(formats).find((name) => formats[name]!.isOne(file)) ?? DEFAULT_FORMAT),
  )
  return found.size === 1 ? [...found][0]! : null
}

/** Before anything is taken. */
async function firstMissing(files: readonly string[]): Promise<string | null> {
  for (const file of files.filter((name) => name !== STANDARD_INPUT)) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) return `Expected files that can be read, got ${file}`
  }
  return null
}

export const importCommand: Command = {
  says: 'takes exports, and the past out of access logs',
  help: `helptally import <file...>

Takes what other programs kept into a store, once however often it is told. Files may be gzipped.

  --format <name>         ${Object.keys(formats).join(' or ')}, default: by the file
  --json                  says what became of it as JSON
${STORE_HELP}

${Object.values(formats)
  .map(({ help }) => help)
  .join('\n\n')}`,
  run,
}
