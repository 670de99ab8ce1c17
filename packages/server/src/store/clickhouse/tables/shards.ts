/** Where all of a visitor lies: by the last 32 bits of the id, which are random. */
export const shardOf = (visitorId: string, shards: number): number => Number.parseInt(visitorId.slice(-8), 16) % shards
