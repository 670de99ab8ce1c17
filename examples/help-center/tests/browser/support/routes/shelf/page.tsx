import { ArticleLink } from '@helptally/next'

export default async function ShelfPage({ params }: { readonly params: Promise<{ readonly locale: string }> }) {
  return (
    <main>
      <h1>Shelf</h1>
      <ArticleLink id="tabs" href={`/${(await params).locale}/articles/tabs`}>
        Tabs
      </ArticleLink>
    </main>
  )
}
