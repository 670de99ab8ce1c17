import './globals.css'
import type { Metadata } from 'next'
import { Brand } from '../components/Brand'
import { LANGUAGE_NAMES, LOCALES } from '../lib/locales'
import { homePath } from '../lib/paths'
import { wordsFor } from '../lib/words'

export const metadata: Metadata = { title: wordsFor('en').missing.title }

/** An address that belongs to no language: says so in all of them. */
export default function GlobalNotFound() {
  return (
    <html lang="en">
      <body>
        <header className="header">
          <div className="header-inside">
            <Brand locale="en" />
          </div>
        </header>
        <main id="content" className="narrow missing" data-help-missing="">
          <p className="missing-code" aria-hidden="true">
            404
          </p>
          {LOCALES.map((locale) => (
            <section key={locale} lang={locale}>
              <h1>{wordsFor(locale).missing.title}</h1>
              <a className="button" href={homePath(locale)}>
                {wordsFor(locale).missing.home} · {LANGUAGE_NAMES[locale]}
              </a>
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
