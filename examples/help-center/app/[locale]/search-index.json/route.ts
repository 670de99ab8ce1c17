import { listArticles } from '../../../lib/articles'
import { isLocale, LOCALES } from '../../../lib/locales'
import { indexArticles, writeIndex } from '../../../lib/search'
import { searchableArticle } from '../../../lib/searchableArticle'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () => LOCALES.map((locale) => ({ locale }))

/** The search index of one language, built once. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/search-index.json'>,
): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  const index = indexArticles(listArticles(locale).map(searchableArticle))
  return new Response(writeIndex(index), { headers: { 'content-type': 'application/json' } })
}
