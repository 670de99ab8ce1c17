import type { LetterLocale } from './letter.js'

const BLANK: Readonly<Record<LetterLocale, string>> = {
  en: '(neither letters nor digits)',
  es: '(ni letras ni cifras)',
}

/** A query as a letter names it; one that has neither letters nor digits is told apart by nothing. */
export const saidQuery = (query: string, locale: LetterLocale): string => query || BLANK[locale]
