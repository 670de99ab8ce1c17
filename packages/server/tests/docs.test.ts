import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { commandLinesIn } from './helpers/commandLines.js'
import { setEnv, tempFolder } from './helpers/temp.js'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const articles = ['en', 'es'].flatMap((locale) =>
  readdirSync(join(ROOT, 'docs', locale)).map((name) => `docs/${locale}/${name}`),
)
const lines = ['README.md', ...articles].flatMap((file) => commandLinesIn(file, readFileSync(join(ROOT, file), 'utf8')))

/** A command that was understood goes to the store, and no further. */
jest.unstable_mockModule('../src/cli/storeOf.js', () => ({
  STORE_HELP: '',
  urlOf: () => '',
  storeOf: () => {
    throw new Error('the store')
  },
}))
jest.unstable_mockModule('../src/migrate/openSide.js', () => ({
  placeOf: (read: object) => JSON.stringify(read),
  mustBeThere: () => undefined,
  openSide: () => {
    throw new Error('the store')
  },
}))
const { runInTerminal } = await import('./helpers/runInTerminal.js')

/** They look at files before, and those that an article names are not here. */
const LOOKS_AT_FILES = ['init', 'import', 'simulate', 'tickets', 'verify']
/** What stands for something in an article. */
const PLACES: Readonly<Record<string, string>> = {
  '<id>': '0198a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
  '<command>': 'explain',
  '<comando>': 'explain',
}
const PARSER = /Unknown option|Unexpected argument|argument missing|ambiguous|does not take an argument/

test.each(lines)('$file: npx helptally $args is understood', async ({ args }) => {
  const [name = ''] = args
  const filled = args.map((word) => PLACES[word] ?? word)
  setEnv('HELPTALLY_SMTP', 'smtps://user:password@mail.example.com')
  setEnv('HELPTALLY_PSEUDONYM_SECRET', 'a-long-random-text')
  const elsewhere = name === 'init' ? ['--dir', await tempFolder()] : []
  const { code, error } = await runInTerminal([...filled, ...elsewhere])
  expect(error).not.toMatch(PARSER)
  if (!LOOKS_AT_FILES.includes(name)) expect({ code, error }).not.toMatchObject({ code: 2 })
})

test('a call with an option that there is not, or a value that it cannot have, would be seen', async () => {
  const [wrong, worse] = commandLinesIn(
    '',
    '```sh\nnpx helptally export --site docs --fromat csv\nnpx helptally export \\\n  --site docs --format xls\n```',
  )
  expect((await runInTerminal(wrong!.args)).error).toMatch(PARSER)
  expect(await runInTerminal(worse!.args)).toMatchObject({ code: 2, error: expect.stringContaining('got "xls"') })
})
