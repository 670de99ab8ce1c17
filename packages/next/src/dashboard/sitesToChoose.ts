import { maySee, type Reader, type Store, sitesOf } from '@helptally/server'

/**
 * The sites that whoever looks can choose among, by name: what the store knows of theirs, the site of this app and the one
 * on show, which may be empty. No choice when the store cannot say: the page itself tells what is wrong.
 */
export async function sitesToChoose(
  openStore: () => Store,
  reader: Pick<Reader, 'sites'>,
  named: readonly string[],
): Promise<string[]> {
  const all = new Set(
    [...(await knownSites(openStore)), ...named].filter((site) => site !== '' && maySee(reader, site)),
  )
  return [...all].sort()
}

async function knownSites(openStore: () => Store): Promise<string[]> {
  try {
    return await sitesOf(openStore())
  } catch {
    return []
  }
}
