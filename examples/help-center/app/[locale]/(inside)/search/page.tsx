import type { Metadata } from 'next'
import { PlainSearch } from '../../../../components/PlainSearch'
import { localeOf } from '../../../../lib/localeOf'
import { languagesOf } from '../../../../lib/metadata'
import { searchPath } from '../../../../lib/paths'
import { wordsFor } from '../../../../lib/words'

export async function generateMetadata({ params }: PageProps<'/[locale]/search'>): Promise<Metadata> {
  const locale = await localeOf(params)
  return { title: wordsFor(locale).search.ownTitle, alternates: languagesOf(searchPath(locale)) }
}

export default async function SearchPage({ params }: PageProps<'/[locale]/search'>) {
  const locale = await localeOf(params)
  const { search } = wordsFor(locale)

  return (
    <main id="content" tabIndex={-1} className="narrow">
      <h1>{search.ownTitle}</h1>
      <p className="lead">{search.ownLead}</p>
      <PlainSearch locale={locale} words={search} />
    </main>
  )
}
