import { sumOf } from './seal.js'

/** What was sealed, or null. Throws at what is no JSON. */
export function unsealed(text: string): unknown {
  const { seal, ...value } = JSON.parse(text) as { readonly seal?: unknown }
  return seal === sumOf(value) ? value : null
}
