import { useEffect, useRef, useState } from 'react'
import type { SearchHit } from './searchHit.js'
import type { HelpSearchCounting } from './useHelpSearch.js'

export type Search = (query: string) => readonly SearchHit[] | Promise<readonly SearchHit[]>

/** What stands under the search field. */
export type AnswerState = 'closed' | 'results' | 'none' | 'failed'

export interface Answer {
  readonly query: string
  /** null when the search failed. */
  readonly hits: readonly SearchHit[] | null
  /** Index of the active option; -1 when the reader is in the field. */
  readonly active: number
}

/** Where to put the reader when the answer is there: in the field, or on an option, counted from the end when negative. */
export type Landing = 'field' | 'first' | 'last'

export interface Asking {
  readonly answer: Answer | null
  readonly ask: (text: string, landing?: Landing) => Promise<void>
  readonly activate: (index: number) => void
  readonly close: () => void
}

/** Asks the search, keeps the latest answer and drops those that were overtaken. */
export function useAnswer(search: Search, { onQuery, onResults }: HelpSearchCounting): Asking {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const turn = useRef(0)

  async function ask(text: string, landing: Landing = 'field'): Promise<void> {
    const query = text.trim()
    turn.current += 1
    const mine = turn.current
    if (query === '') return setAnswer(null)
    onQuery(query)
    const hits = await orNull(search, query)
    if (mine !== turn.current) return
    setAnswer({ query, hits, active: landingIndex(landing, hits?.length ?? 0) })
    onResults({ results: hits?.length ?? null })
  }

  function close(): void {
    turn.current += 1
    setAnswer(null)
  }

  useEffect(() => {
    return () => {
      turn.current += 1
    }
  }, [])

  return { answer, ask, activate: (active) => setAnswer((shown) => shown && { ...shown, active }), close }
}

export function answerState(answer: Answer | null): AnswerState {
  if (!answer) return 'closed'
  if (!answer.hits) return 'failed'
  return answer.hits.length === 0 ? 'none' : 'results'
}

async function orNull(search: Search, query: string): Promise<readonly SearchHit[] | null> {
  try {
    return await search(query)
  } catch {
    return null
  }
}

function landingIndex(landing: Landing, count: number): number {
  if (landing === 'field') return -1
  return landing === 'first' ? Math.min(0, count - 1) : count - 1
}
