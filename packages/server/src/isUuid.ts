const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Lower case only, as the event schema has it. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
