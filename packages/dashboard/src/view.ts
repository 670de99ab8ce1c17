import type { Address } from './address.js'
import { type Formats, formatsOf } from './format/formats.js'
import type { Hrefs } from './hrefs.js'
import type { DashboardLocale } from './locale.js'
import { en } from './messages/en.js'
import { es } from './messages/es.js'
import type { Messages } from './messages/messages.js'
import type { PageId } from './pages.js'
import type { PeriodView } from './period.js'

/** What every page is told beside its reports. */
export interface PageView {
  readonly locale: DashboardLocale
  readonly page: PageId
  readonly site: string
  /** The sites that whoever looks can choose among, by name. */
  readonly sites: readonly string[]
  /** IANA time zone in which the site's days begin. */
  readonly timeZone: string
  /** The moment at which the reports were asked, epoch ms. */
  readonly now: number
  readonly period: PeriodView
  readonly address: Address
  readonly hrefs: Hrefs
  /** Whether whoever looks may change what editors say. */
  readonly mayEdit: boolean
  /** Whether whoever looks may take data out, and bring data in. */
  readonly isAdmin: boolean
  /**
   * What came of the change that led here: its number, `nothing` when all was so already, or `conflict`; of a job its kind
   * and number, or its kind and why it was not started, with a dash between; null without one.
   */
  readonly done: string | null
}

/** What every part of a page needs to speak: the words, the formats and the way to other pages. */
export interface View extends PageView {
  readonly words: Messages
  readonly format: Formats
}

const WORDS: Readonly<Record<DashboardLocale, Messages>> = { en, es }

export function wordsOf(locale: DashboardLocale): Messages {
  return WORDS[locale]
}

export function viewOf(page: PageView): View {
  return { ...page, words: wordsOf(page.locale), format: formatsOf(page.locale, page.timeZone) }
}

/** A link to this page over another slice. */
export function hereWith({ hrefs, page, address }: View, changes: Address): string {
  return hrefs.to(page, { ...address, ...changes })
}
