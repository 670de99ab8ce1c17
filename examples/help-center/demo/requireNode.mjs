import { expectation, stopBecause } from './say.mjs'

const MIN_MAJOR = 22
const MIN_MINOR = 13

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > MIN_MAJOR || (major === MIN_MAJOR && minor >= MIN_MINOR)) return
  stopBecause(
    expectation(
      `The demo needs Node ${MIN_MAJOR}.${MIN_MINOR} or later and found ${version}. ` +
        'Start it with "npm run demo", which uses the Node that "npm install" has brought, or install a newer Node.',
    ),
  )
}
