// Fails when the lockfile misses an optional package: some platform's binary, which `npm ci` would then refuse there.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))

const missing = Object.entries(packages).flatMap(([holder, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(holder, name))
    .map((name) => `${holder || 'the root'} needs ${name}`),
)
if (missing.length > 0) {
  console.error(`[helptally] package-lock.json is incomplete:\n  ${missing.join('\n  ')}`)
  process.exit(1)
}

/** Looks where Node would: beside the holder, then one node_modules up, to the root. */
function isLocked(holder, name) {
  for (let folder = holder; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}
