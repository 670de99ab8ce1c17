import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { damagedSegments } from '../log/closedSegments.js'
import type { Store } from '../store/store.js'
import { type Finding, lookingAt } from './finding.js'

/** Looks at a store that is there, and makes none. */
export async function lookAtStore(store: Pick<Store, 'health'>, folder: string): Promise<Finding[]> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const place = lookingAt(
    'Folder',
    'the folder of a store',
    'Name it by --store or HELPTALLY_STORE, or start the site and open a page.',
  )
  if (!isThere) return [place(false, `nothing is at ${folder}.`)]
  const { ready, reason, owner } = await store.health()
  const damaged = await damagedSegments(join(folder, 'log')).catch(() => [])
  return [
    place(true, `${folder}.`),
    lookingAt(
      'Store',
      'one that takes events and answers reports',
      '',
    )(
      ready,
      ready ? `takes events and answers reports; ${ownerIs(owner)}.` : (reason ?? 'cannot say why it does not work.'),
    ),
    lookingAt(
      'Log',
      'lines that can be read',
      'Look after the disk, and remove the files *.damaged once you have looked at them.',
    )(
      damaged.length === 0,
      damaged.length === 0 ? 'every line can be read.' : `lines that nobody can read are in ${damaged.join(', ')}.`,
    ),
  ]
}

const ownerIs = (owner: number | null): string =>
  owner === process.pid ? 'no other process has it open' : `process ${owner} answers for it`
