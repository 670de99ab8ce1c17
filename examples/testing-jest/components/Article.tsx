import { ArticleFeedback, SuggestedArticles } from '@helptally/next'

const NEXT_STEPS = [
  { id: 'billing', title: 'Pay your bill', href: '/en/articles/billing' },
  { id: 'refunds', title: 'Get a refund', href: '/en/articles/refunds' },
]

/** An article of a help center. */
export function Article({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <article>
      <h1>{title}</h1>
      <p>{text}</p>
      <ArticleFeedback />
      <SuggestedArticles list="next-steps" title="Next steps" items={NEXT_STEPS} />
    </article>
  )
}
