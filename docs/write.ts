import { writeFileSync } from 'node:fs'
import { ROOT } from './reference/readProgram.ts'
import { writeAll } from './writeAll.ts'

// To be run when a type, a docstring, a definition, a limit or the help of a command has changed.
for (const [path, text] of writeAll(new Date().toISOString().slice(0, 10))) writeFileSync(ROOT + path, text)
