import { maySee, type Reader, type Store, sitesOf } from '@helptally/server'

/**
 * The sites that whoever looks can choose among, by name: what the store knows of theirs, the site of this app and the one
 * on show, which may be empty. No choice when the store cannot say: the page itself tells what is wrong.
 */
export async function sitesToChoose(
  store: Store,
  reader: Pick<Reader, 'sites'>,
  named: readonly string[],
): Promise<string[]> {
  const known = await sitesOf(store).catch(() => [])
  const all = new Set([...known, ...named].filter((site) => site !== '' && maySee(reader, site)))
  return [...all].sort()
}
