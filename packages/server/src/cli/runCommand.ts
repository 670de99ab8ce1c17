import type { Terminal } from './command.js'
import { commands } from './commands.js'

/** The `helptally` command. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args
  const asksForHelp = rest.includes('--help') || rest.includes('-h')
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command && asksForHelp) {
    terminal.out(command.help)
    return 0
  }
  if (['help', '--help', '-h'].includes(name)) {
    terminal.out(HELP)
    return 0
  }
  if (!command) {
    terminal.error(
      `[helptally] Expected one of ${Object.keys(commands).join(', ')}, got "${name}". See helptally --help.`,
    )
    return 2
  }
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    terminal.error(message.startsWith('[helptally]') ? message : `[helptally] ${message}`)
    return isMisread(error) ? 2 : 1
  }
}

const isMisread = (error: unknown): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')

const listed = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(12)}${says}`)

const HELP = `helptally: counts help-center sessions

${listed.join('\n')}

  helptally <command> --help says how a command is called.
All of them work beside a running site, as the same user.
Exit codes: 0 all is well, 1 it is not, 2 the command was not understood,
3 nothing was changed, since nobody said yes, 130 it was interrupted.`
