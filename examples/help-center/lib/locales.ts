export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', es: 'Español' }

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text)
}

/** The best of our languages for an Accept-Language header. English when none fits. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map(wish)
    .sort((a, b) => b.weight - a.weight)
  return wishes.map(({ language }) => language).find(isLocale) ?? 'en'
}

function wish(part: string): { language: string; weight: number } {
  const [tag = '', quality] = part.trim().split(';q=')
  return { language: tag.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 }
}
