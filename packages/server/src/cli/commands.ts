import { alertsCommand } from './alertsCommand.js'
import { backupCommand } from './backupCommand.js'
import type { Command } from './command.js'
import { digestCommand } from './digestCommand.js'
import { doctorCommand } from './doctorCommand.js'
import { eraseCommand } from './eraseCommand.js'
import { explainCommand } from './explainCommand.js'
import { exportCommand } from './exportCommand.js'
import { healthCommand } from './healthCommand.js'
import { importCommand } from './importCommand.js'
import { initCommand } from './initCommand.js'
import { migrateCommand } from './migrateCommand.js'
import { recountCommand } from './recountCommand.js'
import { retainCommand } from './retainCommand.js'
import { seedCommand } from './seedCommand.js'
import { serveCommand } from './serveCommand.js'
import { sessionsCommand } from './sessionsCommand.js'
import { simulateCommand } from './simulateCommand.js'
import { statementCommand } from './statementCommand.js'
import { ticketsCommand } from './ticketsCommand.js'
import { verifyCommand } from './verifyCommand.js'

export const commands: Readonly<Record<string, Command>> = {
  init: initCommand,
  seed: seedCommand,
  health: healthCommand,
  doctor: doctorCommand,
  serve: serveCommand,
  explain: explainCommand,
  recount: recountCommand,
  simulate: simulateCommand,
  backup: backupCommand,
  migrate: migrateCommand,
  export: exportCommand,
  retain: retainCommand,
  erase: eraseCommand,
  tickets: ticketsCommand,
  import: importCommand,
  sessions: sessionsCommand,
  digest: digestCommand,
  alerts: alertsCommand,
  statement: statementCommand,
  verify: verifyCommand,
}
