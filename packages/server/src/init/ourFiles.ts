import { componentImport, ELEMENT } from './component/ourComponent.js'
import { type ChosenOptions, CONFIG_ENTRY, importLine, optionsText } from './config/ourLines.js'
import { ALL_WRITINGS, quoted, type Writing } from './config/writing.js'

const SERVER_ENTRY = '@helptally/next/server'
const PAGES_ENTRY = '@helptally/next/pages'
const DASHBOARD_ENTRY = '@helptally/next/dashboard'
export const DEFAULT_BASE = '/api/help'
export const DEFAULT_DASHBOARD = '/help-insights'

/** A next.config for a site without one. */
export function configText(options: ChosenOptions, writing: Writing): string {
  return lines(writing, [
    importLine(writing, false),
    '',
    '// The settings of your site go between the first braces.',
    `export default withHelptally({}, ${optionsText(options, writing)})${writing.semicolon}`,
  ])
}

/** The collector, `app/api/help/[...path]/route.ts`. */
export function collectorText(writing: Writing): string {
  const { semicolon } = writing
  return lines(writing, [
    `import { createHelpHandlers } from ${quoted(SERVER_ENTRY, writing)}${semicolon}`,
    '',
    `export const { GET, POST, DELETE } = createHelpHandlers({ store: process.env.HELPTALLY_STORE })${semicolon}`,
  ])
}

/** The collector in the Pages Router, `pages/api/help/[...path].ts`. */
export function collectorApiText(writing: Writing): string {
  const { semicolon } = writing
  return lines(writing, [
    `import { createHelpApi } from ${quoted(PAGES_ENTRY, writing)}${semicolon}`,
    '',
    '// The collector reads bodies itself. Next wants this here, as it stands.',
    `export const config = { api: { bodyParser: false, responseLimit: false } }${semicolon}`,
    '',
    `export default createHelpApi({ store: process.env.HELPTALLY_STORE })${semicolon}`,
  ])
}

/** The dashboard, `app/help-insights/[[...view]]/page.tsx`. */
export function dashboardText(path: string, writing: Writing): string {
  const { semicolon } = writing
  const entry = quoted(DASHBOARD_ENTRY, writing)
  if (path === DEFAULT_DASHBOARD)
    return lines(writing, [`export { HelpInsights as default } from ${entry}${semicolon}`])
  return lines(writing, [
    `import { createHelpInsights } from ${entry}${semicolon}`,
    '',
    `export default createHelpInsights({ path: ${quoted(path, writing)} })${semicolon}`,
  ])
}

/** The document around the dashboard, for apps that have none above it. */
export function layoutText(isTypeScript: boolean, writing: Writing): string {
  const { semicolon } = writing
  const typed = isTypeScript ? ': { children: ReactNode }' : ''
  return lines(writing, [
    ...(isTypeScript ? [`import type { ReactNode } from ${quoted('react', writing)}${semicolon}`, ''] : []),
    `export default function DashboardLayout({ children }${typed}) {`,
    '  return (',
    `    <html lang="en">`,
    '      <body>{children}</body>',
    '    </html>',
    `  )${semicolon}`,
    '}',
  ])
}

/** The `_app` of a site with pages/ and without one. */
export function appText(isTypeScript: boolean, writing: Writing): string {
  const { semicolon } = writing
  const typed = isTypeScript ? ': AppProps' : ''
  return lines(writing, [
    componentImport(writing),
    ...(isTypeScript ? [`import type { AppProps } from ${quoted('next/app', writing)}${semicolon}`] : []),
    '',
    `export default function App({ Component, pageProps }${typed}) {`,
    '  return (',
    '    <>',
    `      ${ELEMENT}`,
    '      <Component {...pageProps} />',
    '    </>',
    `  )${semicolon}`,
    '}',
  ])
}

const lines = ({ newline }: Writing, all: readonly string[]): string => all.map((line) => line + newline).join('')

/** A file that was written by `init` and not edited since. */
export const isUntouched = (text: string, textIn: (writing: Writing) => string): boolean =>
  ALL_WRITINGS.some((writing) => textIn(writing) === text)

export const servesCollector = (text: string): boolean => text.includes(SERVER_ENTRY) || text.includes(PAGES_ENTRY)
export const servesDashboard = (text: string): boolean =>
  text.includes(DASHBOARD_ENTRY) && /\b(?:HelpInsights|createHelpInsights)\b/.test(text)
export const mentionsWrapper = (text: string): boolean => text.includes(CONFIG_ENTRY)
