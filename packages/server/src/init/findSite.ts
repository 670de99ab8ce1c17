import { relative } from 'node:path'
import { type Ask, chooseOne } from './chooseOne.js'
import { findApps } from './findApps.js'

/** The folder of the one app that is meant, or what was expected instead. */
export async function findSite(
  folder: string,
  ask: Ask | null,
  out: (line: string) => void,
): Promise<{ readonly folder: string } | { readonly expected: string }> {
  const apps = await findApps(folder)
  const [only, ...others] = apps
  if (only === undefined || others.length === 0) return { folder: only ?? folder }
  const named = (app: string) => relative(folder, app)
  const expected = `--dir: expected one of ${apps.map(named).join(', ')}, got none: there are several Next apps here`
  const chosen =
    ask &&
    (await chooseOne(
      {
        question: 'Which app is the help center',
        offers: apps.map((app) => ({ value: app, said: named(app) })),
        expected: 'A number',
      },
      ask,
      out,
    ))
  return chosen ? { folder: chosen } : { expected }
}
