import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadParser } from '../init/config/parseModule.js'
import { findSite } from '../init/findSite.js'
import { nextConfigFile } from '../init/nextConfigFile.js'
import { nextSteps } from '../init/nextSteps.js'
import { packageManagerOf } from '../init/packageManager.js'
import { planInit } from '../init/planInit.js'
import { planUndo } from '../init/planUndo.js'
import { prepare } from '../init/prepare.js'
import { misreadChoice } from '../init/readChoices.js'
import { readProject } from '../init/readProject.js'
import { carryOutPlan } from './carryOutPlan.js'
import { type Command, misreadBy } from './command.js'

const options = {
  dir: { type: 'string', default: '.' },
  site: { type: 'string' },
  articles: { type: 'string' },
  base: { type: 'string' },
  dashboard: { type: 'string' },
  undo: { type: 'boolean', default: false },
  yes: { type: 'boolean', short: 'y', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const misread = misreadBy(terminal)
  const wrong = misreadChoice(values)
  if (wrong) return misread(wrong)
  const asks = !values.json && !values.yes && !values['dry-run']
  const ask = asks ? terminal.ask : null
  const say = values.json ? () => undefined : terminal.out

  const site = await findSite(resolve(values.dir), ask, say)
  if ('expected' in site) return misread(site.expected)
  const { folder } = site
  const [project, parse, manager] = await Promise.all([readProject(folder), loadParser(), packageManagerOf(folder)])
  const config = nextConfigFile(project, parse)
  const where = { folder: relative('.', folder), basePath: config?.settings.basePath ?? '' }
  const asked = { folder, ask, say, isSure: values.yes, isDry: values['dry-run'], isJson: values.json }

  if (values.undo) {
    const after = project.hasHelptally ? [`${manager.uninstall} @helptally/next`] : []
    return carryOutPlan(
      planUndo(project, config, parse),
      { ...asked, after, inPlace: 'Nothing of helptally init is here.' },
      terminal,
    )
  }
  const prepared = await prepare(project, config, values, ask, say)
  if ('expected' in prepared) return misread(prepared.expected)
  if ('stopped' in prepared) {
    terminal.error(`[helptally] ${prepared.stopped}`)
    return 1
  }
  const { choices, found } = prepared
  for (const line of [`[helptally] ${where.folder || folder}`, ...found]) say(line)
  const after = nextSteps(project, choices, manager, where)
  const inPlace = 'Everything is in place.'
  return carryOutPlan(planInit(project, config, choices, parse), { ...asked, choices, after, inPlace }, terminal)
}

export const initCommand: Command = {
  says: 'puts Helptally into a Next.js app, after showing the diff',
  help: `helptally init

Finds the Next.js app and where its articles are, shows what it would change as a diff, asks, and writes: the next.config
is passed through withHelptally, the collector and the dashboard get a file each, and the store a line in .gitignore.
Before Next.js 16.3, <Helptally> goes into the root layout and pages/_app.
Nothing of yours is written over. Run again, it changes nothing; --undo takes out what it has written.

  --dir <folder>          the app, in a repository of several; default: here
  --site <id>             the id of the help center; default: the name of the package
  --articles <pattern>    where articles live, such as /articles/:slug; default: what the routes tell
  --base <path>           where the collector goes, default /api/help; or the address of one elsewhere
  --dashboard <path>      where the dashboard goes, default /help-insights; an app with pages/ alone gets one only by this,
                          since an app/ folder takes its 404 page
  --yes                   does not ask
  --dry-run               shows the diff, and writes nothing
  --json                  what was found and planned as JSON; writes with --yes alone
  --undo                  takes out what it has written; what was edited since stays, and is named

Exit codes: 0 all is in place, 1 something is left to do by hand, 2 the command does not say enough,
3 changes were shown and not made: nobody said yes.`,
  run,
}
