#!/usr/bin/env node
import { createTerminal } from './cli/createTerminal.js'
import { runCommand } from './cli/runCommand.js'

process.exitCode = await runCommand(process.argv.slice(2), createTerminal(process))
