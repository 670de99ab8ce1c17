import { alertsCommand } from './alertsCommand.js'
import { backupCommand } from './backupCommand.js'
import type { Command, Terminal } from './command.js'
import { digestCommand } from './digestCommand.js'
import { eraseCommand } from './eraseCommand.js'
import { forgetCommand } from './forgetCommand.js'
import { healthCommand } from './healthCommand.js'
import { HELP } from './help.js'
import { seedCommand } from './seedCommand.js'
import { ticketsCommand } from './ticketsCommand.js'

const commands: Readonly<Record<string, Command>> = {
  seed: seedCommand,
  health: healthCommand,
  backup: backupCommand,
  forget: forgetCommand,
  erase: eraseCommand,
  tickets: ticketsCommand,
  digest: digestCommand,
  alerts: alertsCommand,
}

/** The `helptally` command. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name) || rest.includes('--help')) {
    terminal.out(HELP)
    return 0
  }
  if (!Object.hasOwn(commands, name)) {
    terminal.error(
      `[helptally] Expected one of ${Object.keys(commands).join(', ')}, got "${name}". See helptally --help.`,
    )
    return 2
  }
  try {
    return await commands[name]!(rest, terminal)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    terminal.error(message.startsWith('[helptally]') ? message : `[helptally] ${message}`)
    return isMisread(error) ? 2 : 1
  }
}

const isMisread = (error: unknown): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
