import { findArticle, listArticles } from '../../../../lib/articles'
import { articleMarkdown } from '../../../../lib/llms'
import { isLocale, LOCALES } from '../../../../lib/locales'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () =>
  LOCALES.flatMap((locale) => listArticles(locale).map(({ slug }) => ({ locale, file: `${slug}.md` })))

/** An article as Markdown, for programs that read. */
export async function GET(_request: Request, { params }: RouteContext<'/markdown/[locale]/[file]'>): Promise<Response> {
  const { locale, file } = await params
  const article = isLocale(locale) ? findArticle(locale, file.replace(/\.md$/, '')) : undefined
  if (!article) return new Response(null, { status: 404 })
  return new Response(articleMarkdown(article), { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
}
