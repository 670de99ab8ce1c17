import { type Formats, formatsOf } from './format/formats.js'
import type { Hrefs } from './hrefs.js'
import type { DashboardLocale } from './locale.js'
import { en } from './messages/en.js'
import { es } from './messages/es.js'
import type { Messages } from './messages/messages.js'

/** What every part of the page needs to speak: the words, the formats and the way to other pages. */
export interface View {
  readonly locale: DashboardLocale
  readonly words: Messages
  readonly format: Formats
  readonly hrefs: Hrefs
}

const WORDS: Readonly<Record<DashboardLocale, Messages>> = { en, es }

export function wordsOf(locale: DashboardLocale): Messages {
  return WORDS[locale]
}

export function viewOf(locale: DashboardLocale, timeZone: string, hrefs: Hrefs): View {
  return { locale, words: wordsOf(locale), format: formatsOf(locale, timeZone), hrefs }
}
