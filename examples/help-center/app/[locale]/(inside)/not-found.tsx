'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { isLocale } from '../../../lib/locales'
import { homePath } from '../../../lib/paths'
import { wordsFor } from '../../../lib/words'

/** A not-found page is told nothing, so it reads the language from the address. */
export default function NotFound() {
  const [, first = ''] = usePathname().split('/')
  const locale = isLocale(first) ? first : 'en'
  const { title, text, home } = wordsFor(locale).missing

  return (
    <main id="content" tabIndex={-1} className="narrow missing" data-help-not-found="">
      <p className="missing-code" aria-hidden="true">
        404
      </p>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <Link className="button" href={homePath(locale)}>
        {home}
      </Link>
    </main>
  )
}
