/** The store cannot do its work now, for a reason outside the program. Its message is one sentence or two for people. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** By name: a store shared between bundles throws the class of the bundle that opened it. */
export function isUnavailable(error: unknown): error is StoreUnavailable {
  return error instanceof Error && error.name === 'StoreUnavailable'
}
