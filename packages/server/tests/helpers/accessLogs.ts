import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Beside the checkout: real logs, which the repository does not hold. */
const FOLDER = fileURLToPath(new URL('../../../../../shared/data/access-logs/', import.meta.url))

const named = (...names: readonly string[]): readonly string[] => names.map((name) => `${FOLDER}${name}`)

/** Files of each log, as rotation names them: the newest first. */
export const accessLogs = {
  semicomplete: named('semicomplete-2015-05.log.gz'),
  zanbil: named('zanbil-2019-01-22.log.gz'),
  erddap: named(...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `erddap-2024-05/tomcat-access.log.${nth}.gz`)),
} as const

/** A test that reads them must not pass without them. */
export function requireAccessLogs(): void {
  const missing = Object.values(accessLogs)
    .flat()
    .find((file) => !existsSync(file))
  if (missing) throw new Error(`Expected the access logs of shared/data beside the checkout, found no ${missing}`)
}
