/**
 * What a page writes down for the next one, with a sum over it. The storage belongs to the whole site, and what is believed
 * from it ends up in events; so what is not exactly as this code wrote it is not believed at all.
 */
export function sealed(value: object): string {
  return JSON.stringify({ ...value, seal: sumOf(value) })
}

/** FNV-1a over the characters of its JSON. */
export function sumOf(value: object): number {
  let sum = 0x811c9dc5
  for (const character of JSON.stringify(value)) sum = Math.imul(sum ^ character.codePointAt(0)!, 0x01000193)
  return sum
}
