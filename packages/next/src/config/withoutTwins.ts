export const withoutTwins = (names: readonly string[]): string[] => [...new Set(names)]
