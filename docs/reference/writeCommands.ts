import { commands } from '../../packages/server/dist/cli/commands.js'
import { articleOf, pathOf } from './frontMatter.ts'
import { anchorOf, block, code, prose, table } from './markdown.ts'
import { LANGUAGES, WORDS } from './words.ts'

/** The article of the command, from what `--help` prints. `today`: an ISO date. */
export function writeCommands(today: string): Map<string, string> {
  const all = Object.entries(commands)
  return new Map(
    LANGUAGES.map((language): [string, string] => {
      const { title, description, intro, says, command } = WORDS[language].commands
      const body = [
        intro,
        table(
          [command, says],
          all.map(([name, each]) => [`[${code(name)}](#${anchorOf(name)})`, prose(each.says)]),
        ),
        ...all.flatMap(([name, { help }]) => [`## ${code(name)}`, block(help.trimEnd(), 'text')]),
      ].join('\n\n')
      const head = {
        slug: 'reference-command',
        title,
        description,
        order: 11,
        related: ['command', 'import', 'statements'],
      }
      return [pathOf(language, 'reference-command'), articleOf(language, head, body, today)]
    }),
  )
}
