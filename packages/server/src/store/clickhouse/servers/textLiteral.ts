/** A text as it stands in a statement, where it is one of many: as a parameter so many would not go through an address. */
export const textLiteral = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`

export const textList = (texts: readonly string[]): string => [...new Set(texts)].map(textLiteral).join(',')
