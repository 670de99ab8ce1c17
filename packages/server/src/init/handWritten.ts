import { type ChosenOptions, importLine, optionsText } from './config/ourLines.js'
import { OUR_WRITING, writingOf } from './config/writing.js'
import type { NextConfigFile } from './nextConfigFile.js'

/** What a person has to write into a next.config that is not understood. */
export function handWritten(
  { path, text, module, helptally }: NextConfigFile,
  options: ChosenOptions,
  why: string,
): string {
  const writing = module ? writingOf(text, module) : OUR_WRITING
  const isCommonJs = /\bmodule\.exports\b/.test(text)
  const exporting = isCommonJs ? 'module.exports =' : 'export default'
  return [
    `${path} was left as it is: ${why}. Pass your config through withHelptally by hand:`,
    '',
    ...(helptally === 'imported' ? [] : [`  ${importLine(writing, isCommonJs)}`, '']),
    `  ${exporting} withHelptally(/* your config */, ${optionsText(options, writing)})${writing.semicolon}`,
    '',
  ].join('\n')
}
