'use client'

import { ArticleFeedback, ArticleLink, useHelpSession } from '@helptally/next'
import { usePathname, useRouter } from 'next/navigation'
import { Suspense, use, useEffect, useState } from 'react'

/** An article whose parts are drawn anew and anew, twice at a time. */
export default function Remounted() {
  const [round, setRound] = useState(0)
  const { refresh } = useRouter()
  const pathname = usePathname()
  return (
    <main>
      <h1>Remounted</h1>
      <button type="button" id="again" onClick={() => setRound(round + 1)}>
        Again
      </button>
      <button type="button" id="refresh" onClick={refresh}>
        Refresh
      </button>
      <ArticleLink href={`${pathname}?step=2`}>Step 2</ArticleLink>
      {['left', 'right'].map((side) => (
        <Suspense key={side} fallback={<p>Loading</p>}>
          <Part key={round} round={round} data={later(round)} />
        </Suspense>
      ))}
    </main>
  )
}

const mounted = { count: 0 }
const waiting = new Map<number, Promise<number>>()

function later(round: number): Promise<number> {
  const found = waiting.get(round) ?? new Promise<number>((resolve) => setTimeout(() => resolve(round), 20))
  waiting.set(round, found)
  return found
}

function Part({ round, data }: { readonly round: number; readonly data: Promise<number> }) {
  const loaded = use(data)
  const article = useHelpSession((help) => help.article)
  useEffect(() => {
    mounted.count++
    document.documentElement.dataset.mounts = String(mounted.count)
  }, [])
  return (
    <section data-round={round}>
      {loaded} {article?.id}
      <ArticleFeedback />
      <ArticleLink href="/en/articles/idle">Idle</ArticleLink>
    </section>
  )
}
