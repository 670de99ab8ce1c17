/** The same text in memory of its own: a piece of a text that V8 cut out keeps the whole of it, here a block of the file. */
export const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
