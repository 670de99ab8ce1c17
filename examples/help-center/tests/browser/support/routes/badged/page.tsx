import { createArticleBadge } from '@helptally/next/dashboard'

const isHere = ({ headers }: Request) => headers.get('host')?.startsWith('localhost:') ?? false
const ArticleBadge = createArticleBadge({ authorize: isHere })

export default async function Badged({ params }: { readonly params: Promise<{ readonly locale: 'en' | 'es' }> }) {
  const { locale } = await params
  return (
    <main>
      <h1>Badged</h1>
      <p id="edit">
        Edit this page. <ArticleBadge article="idle" days={7} locale={locale} />
      </p>
    </main>
  )
}
