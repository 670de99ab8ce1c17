import { alertsCommand } from './alertsCommand.js'
import { backupCommand } from './backupCommand.js'
import type { Command } from './command.js'
import { digestCommand } from './digestCommand.js'
import { eraseCommand } from './eraseCommand.js'
import { explainCommand } from './explainCommand.js'
import { exportCommand } from './exportCommand.js'
import { forgetCommand } from './forgetCommand.js'
import { healthCommand } from './healthCommand.js'
import { importExportCommand } from './importExportCommand.js'
import { recountCommand } from './recountCommand.js'
import { seedCommand } from './seedCommand.js'
import { statementCommand } from './statementCommand.js'
import { serveCommand } from './serveCommand.js'
import { ticketsCommand } from './ticketsCommand.js'
import { verifyCommand } from './verifyCommand.js'

export const commands: Readonly<Record<string, Command>> = {
  seed: seedCommand,
  health: healthCommand,
  serve: serveCommand,
  explain: explainCommand,
  recount: recountCommand,
  backup: backupCommand,
  export: exportCommand,
  import: importExportCommand,
  forget: forgetCommand,
  erase: eraseCommand,
  tickets: ticketsCommand,
  digest: digestCommand,
  alerts: alertsCommand,
  statement: statementCommand,
  verify: verifyCommand,
}
