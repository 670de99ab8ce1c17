/** What the description of a call is made of. */
export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` })
export const json = (description: string, schema: object): object => ({
  description,
  content: { 'application/json': { schema } },
})
export const object = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

/** For those whom the site lets in. */
export const READERS: object = { security: [{ token: [] }] }
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'A parameter or the body is wrong.',
  401: 'The caller may not do this: it brings no key, token or signature, or a wrong one.',
  403: 'The page is of an origin that may not send, or the caller has too small a role or may not see the site.',
  404: 'There is nothing of this id.',
  405: 'This address is not asked in this way.',
  409: 'It cannot be done as things stand.',
  413: 'The body is too large.',
  415: 'The body is of a type that is not taken.',
  429: 'Too much at once: `Retry-After` says when to send again.',
  503: 'The store cannot work now: `Retry-After` says when to ask again.',
  507: 'The disk of the store has no room for it.',
}
export const refusals = (...statuses: readonly number[]): object =>
  Object.fromEntries(statuses.map((status) => [status, json(REFUSALS[status]!, object({ error: { type: 'string' } }))]))
