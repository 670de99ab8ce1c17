import { ConsentBanner } from '@helptally/next'
import Link from 'next/link'
import type { Locale } from '../lib/locales'
import { articlePath } from '../lib/paths'
import { wordsFor } from '../lib/words'

/** The article that says what a reader agrees to. */
const EXPLANATION = 'what-is-stored'

export function Consent({ locale }: { locale: Locale }) {
  const { more, ...messages } = wordsFor(locale).consent
  return (
    <ConsentBanner messages={messages}>
      <Link href={articlePath(locale, EXPLANATION)}>{more}</Link>
    </ConsentBanner>
  )
}
