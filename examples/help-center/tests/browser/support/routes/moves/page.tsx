import { ArticleLink } from '@helptally/next'

export default async function Moves({ params }: { readonly params: Promise<{ readonly locale: string }> }) {
  const { locale } = await params
  return (
    <main>
      <h1>Moves</h1>
      {['moved', 'gone'].map((slug) => (
        <ArticleLink key={slug} id={slug} href={`/${locale}/articles/${slug}`}>
          {slug}
        </ArticleLink>
      ))}
    </main>
  )
}
