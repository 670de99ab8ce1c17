import { type Address, KEPT_PARAMS, PAGE_PARAMS } from '@helptally/dashboard'

/** Longer than anything that a page asks for. */
const LONGEST = 500

type SearchParams = Readonly<Record<string, string | string[] | undefined>>

/** What a page understands of its search parameters; of a repeated one the first. */
export function addressOf(search: SearchParams): Address {
  const said = [...KEPT_PARAMS, ...PAGE_PARAMS].map((name) => [name, read(search, name)] as const)
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}

/** What came of a change that led to a page. It is no part of its address: no link shall carry it on. */
export const doneIn = (search: SearchParams): string | null => read(search, 'done') || null

function read(search: SearchParams, name: string): string {
  const value = Object.hasOwn(search, name) ? search[name] : undefined
  return ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, LONGEST)
}
