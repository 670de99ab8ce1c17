import { changing, keeping, NOTHING, type Plan } from './plan.js'
import type { Project } from './project.js'

const LINE = '.helptally/'
const IS_IGNORED = /^(?:\*\*\/|\/)?\.helptally\/?$/

/** The folder of the store belongs into no repository. */
export function planIgnore({ ignoreFiles, files }: Project): Plan {
  const ignoring = ignoreFiles.find((file) => linesOf(files.get(file)!).some((line) => IS_IGNORED.test(line.trim())))
  if (ignoring !== undefined) return keeping(`${ignoring} has ${LINE}.`)
  const [path = '.gitignore'] = ignoreFiles
  const before = files.get(path) ?? null
  return changing({ path, before, after: withLine(before ?? '') })
}

export function planNoIgnore({ ignoreFiles, files, hasStore }: Project): Plan {
  const path = ignoreFiles.find((file) => linesOf(files.get(file)!).includes(LINE))
  if (path === undefined) return NOTHING
  if (hasStore) return keeping(`${path} keeps ${LINE}, since the store is still there with all that was counted.`)
  const before = files.get(path)!
  return changing({ path, before, after: withoutLine(before) || null })
}

function withLine(text: string): string {
  const newline = newlineOf(text)
  return text === '' || text.endsWith('\n') ? `${text}${LINE}${newline}` : `${text}${newline}${LINE}`
}

function withoutLine(text: string): string {
  const newline = newlineOf(text)
  if (text.endsWith(`\n${LINE}`)) return text.slice(0, -(newline + LINE).length)
  const at = `\n${text}`.lastIndexOf(`\n${LINE}${newline}`)
  return text.slice(0, at) + text.slice(at + (LINE + newline).length)
}

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')
const linesOf = (text: string): string[] => text.split(/\r?\n/)
