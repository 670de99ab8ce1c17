import { Header } from '../../../components/Header'
import { SearchBar } from '../../../components/SearchBar'
import { localeOf } from '../../../lib/localeOf'
import { wordsFor } from '../../../lib/words'

export default async function InsideLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = await localeOf(params)
  return (
    <>
      <Header locale={locale}>
        <SearchBar locale={locale} words={wordsFor(locale).search} size="compact" />
      </Header>
      {children}
    </>
  )
}
