import { type Address, KEPT_PARAMS, PAGE_PARAMS } from '@helptally/dashboard'

/** Longer than anything that a page asks for. */
const LONGEST = 500

/** What a page understands of its search parameters; of a repeated one the first. */
export function addressOf(search: Readonly<Record<string, string | string[] | undefined>>): Address {
  const read = (name: string): string => {
    const value = Object.hasOwn(search, name) ? search[name] : undefined
    return ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, LONGEST)
  }
  const said = [...KEPT_PARAMS, ...PAGE_PARAMS].map((name) => [name, read(name)] as const)
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}
