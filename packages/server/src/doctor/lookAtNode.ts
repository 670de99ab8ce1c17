import { type Finding, lookingAt } from './finding.js'

const [LEAST_MAJOR, LEAST_MINOR] = [22, 13]

/** `version`: as `process.versions.node` has it. */
export function lookAtNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return lookingAt(
    'Node',
    `${LEAST_MAJOR}.${LEAST_MINOR} or later`,
    'Install a newer one, and start the site with it.',
  )(major > LEAST_MAJOR || (major === LEAST_MAJOR && minor >= LEAST_MINOR), `${version}.`)
}
