import { findWrapper } from './config/findWrapper.js'
import type { ParsedModule, ParseModule } from './config/parseModule.js'
import { type NextSettings, NO_SETTINGS, settingsOf } from './config/settingsOf.js'
import { mentionsWrapper } from './ourFiles.js'
import { configFileOf, isTypeScriptFile, type Project } from './project.js'

/** The next.config of a site, as far as it is understood. */
export interface NextConfigFile {
  readonly path: string
  readonly text: string
  /** null: it cannot be read. */
  readonly module: ParsedModule | null
  /** How `withHelptally` is there: `called`, `imported` and not called, or not at all. */
  readonly helptally: 'called' | 'imported' | 'absent'
  /** What it is told, as far as that is plain text. */
  readonly options: Readonly<Record<string, string>>
  readonly settings: NextSettings
  readonly parse: (text: string) => ParsedModule | null
}

/** null when the site has none. */
export function nextConfigFile(project: Project, parse: ParseModule): NextConfigFile | null {
  const path = configFileOf(project)
  if (path === undefined) return null
  const text = project.files.get(path)!
  const parseAlike = (other: string) => parse(other, { typescript: isTypeScriptFile(path) })
  const module = parseAlike(text)
  const wrapper = module && findWrapper(module)
  return {
    ...{ path, text, module, parse: parseAlike },
    helptally: wrapper ? (wrapper.isCalled ? 'called' : 'imported') : mentionsWrapper(text) ? 'called' : 'absent',
    options: wrapper?.options ?? {},
    settings: module ? settingsOf(module) : NO_SETTINGS,
  }
}
