/** The end of a UUIDv7: its beginning is the time, which neighbours share. */
export const shortId = (id: string): string => (id.length > 12 ? `…${id.slice(-12)}` : id)
