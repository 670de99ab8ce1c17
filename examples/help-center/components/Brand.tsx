import Link from 'next/link'
import type { Locale } from '../lib/locales'
import { homePath } from '../lib/paths'
import { wordsFor } from '../lib/words'
import { Tally } from './Tally'

export function Brand({ locale }: { locale: Locale }) {
  return (
    <Link className="brand" href={homePath(locale)}>
      <Tally className="brand-mark" />
      {wordsFor(locale).site.name}
    </Link>
  )
}
