import { LIMITS } from '@helptally/core'
import { type ImportProgress, importAccessLog } from '../accessLog/importAccessLog.js'
import { SKIPS, type Skip } from '../accessLog/judge.js'
import type { AccessLogReceipt } from '../accessLog/receipt.js'
import { hostsIn, wrongAsked } from '../accessLog/wrongAsked.js'
import { INTERRUPTED } from './command.js'
import type { ImportAsked, ImportFormat } from './importFormat.js'

const options = {
  site: { type: 'string' },
  articles: { type: 'string' },
  locale: { type: 'string' },
  host: { type: 'string' },
} as const

type Values = { readonly [name in keyof typeof options]?: string | undefined }

const valuesOf = ({ values }: ImportAsked): Values => values as Values

function misread(asked: ImportAsked): string | null {
  const { site, articles, locale, host } = valuesOf(asked)
  if (!site) return 'Expected --site <id>, the id of a help center, got none'
  if (site.length > LIMITS.site) return `--site: expected at most ${LIMITS.site} characters, got ${site.length}`
  if (!articles) return "Expected --articles <pattern>, such as '/:locale/articles/:slug', got none"
  const wrong = wrongAsked({ articles, locale, hosts: hostsIn(host) })
  return wrong && `--${wrong.name}: expected ${wrong.expected}, got "${wrong.got}"`
}

const run: ImportFormat['run'] = async (asked, { url, store }, terminal) => {
  const { site, articles, locale, host } = valuesOf(asked)
  const receipt = await importAccessLog(store, {
    site: site!,
    files: asked.files,
    articles: articles!,
    locale,
    hosts: hostsIn(host),
    folder: store.folder,
    now: Date.now(),
    signal: terminal.interrupted(),
    onProgress: (progress) => terminal.progress(saidProgress(progress)),
  })
  for (const { file, line, expected } of receipt.broken)
    terminal.error(`[helptally] ${file}, line ${line}: expected ${expected}`)
  for (const { file, reason } of receipt.unread)
    terminal.error(`[helptally] ${file} could not be read to its end (${reason}). What came before counts.`)
  terminal.out(asked.json ? JSON.stringify(receipt, null, 2) : saidReceipt(receipt, url))
  if (receipt.interrupted) return INTERRUPTED
  const views = receipt.taken + receipt.here_already
  if (receipt.lines > 0 && views === 0)
    terminal.error('[helptally] Expected views of articles in these files, found none: see --articles.')
  return receipt.unread.length > 0 || views === 0 ? 1 : 0
}

function saidProgress(progress: ImportProgress): string {
  if (progress.doing === 'reading') return `${progress.lines} lines read, in ${progress.file}`
  return `${progress.taken} of ${progress.of} page views taken`
}

const SKIPPED: Readonly<Record<Skip, string>> = {
  not_get: 'no GET',
  not_ok: 'answered with neither 2xx nor 304',
  asset: 'images, styles, scripts and the like',
  not_article: 'other pages',
  robot: 'views by robots',
  broken: 'broken lines',
}

function saidReceipt(receipt: AccessLogReceipt, url: string): string {
  const { lines, taken, here_already, left, skipped, hosts, sessions, web_analytics_sessions } = receipt
  const rows: readonly (readonly [number, string])[] = [
    [taken, 'page views taken'],
    [here_already, 'page views that are here already'],
    ...(left > 0 ? [[left, 'page views left, by the interruption: import again to take them'] as const] : []),
    ...SKIPS.filter((skip) => skip !== 'broken').map((skip) => [skipped[skip], SKIPPED[skip]] as const),
    [skipped.broken, SKIPPED.broken],
    [lines, 'lines read'],
  ]
  const width = String(lines).length
  const own =
    hosts.length > 0 ? `Links on ${hosts.join(', ')} count as clicks` : 'No host is known, so no link counts as a click'
  return [
    `[helptally] ${url} has taken ${taken} page views, marked as imported.`,
    ...rows.map(([n, what]) => `  ${String(n).padStart(width)}  ${what}`),
    `${own}; --host says otherwise.`,
    `${sessions} sessions begin with these views, by the rule of five minutes.`,
    `${web_analytics_sessions} would, by the half hour of web analytics: to compare with, not what Helptally counts.`,
  ].join('\n')
}

export const accessLogFormat: ImportFormat = {
  help: `combined: the access logs of a web server, in the common or the combined format of Apache and nginx.

  --site <id>             the help center they are of
  --articles <pattern>    where its articles live, such as '/:locale/articles/:slug'
  --locale <tag>          language of articles whose address names none
  --host <a,b>            hosts of the help center; default: the one that asks for most images, styles and scripts`,
  options,
  // Logs have all kinds of names: what no other format claims is one.
  isOne: () => false,
  misread,
  run,
}
