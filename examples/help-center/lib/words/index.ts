import type { Locale } from '../locales'
import { en, type Words } from './en'
import { es } from './es'

export type { Words }

const WORDS: Readonly<Record<Locale, Words>> = { en, es }

export const wordsFor = (locale: Locale): Words => WORDS[locale]
