import type { Locale } from '../lib/locales'
import { wordsFor } from '../lib/words'
import { SearchBar } from './SearchBar'
import { Tally } from './Tally'

export function Hero({ locale }: { locale: Locale }) {
  const { home, search } = wordsFor(locale)
  return (
    <section className="hero">
      <div className="hero-marks" aria-hidden="true">
        <Tally />
        <Tally />
        <Tally />
      </div>
      <h1>{home.title}</h1>
      <p className="hero-lead">{home.lead}</p>
      <SearchBar locale={locale} words={search} size="large" />
    </section>
  )
}
