'use client'

import { findHelp } from '@helptally/browser'
import { usePathname } from 'next/navigation.js'
import { type ReactElement, useId, useState } from 'react'

export interface ArticleFeedbackMessages {
  readonly question: string
  readonly yes: string
  readonly no: string
  /** Said after a vote, which the reader may still change. */
  readonly thanks: string
}

export interface ArticleFeedbackProps {
  readonly messages?: Partial<ArticleFeedbackMessages>
  readonly className?: string
}

const defaultMessages: ArticleFeedbackMessages = {
  question: 'Was this article helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you. You can change your answer.',
}

/** Asks whether the article on screen helped. A layout may keep it from one article to the next: each address asks anew. */
export function ArticleFeedback({ messages, className = 'help-feedback' }: ArticleFeedbackProps): ReactElement {
  return <Question key={usePathname()} messages={{ ...defaultMessages, ...messages }} className={className} />
}

function Question({ messages, className }: { messages: ArticleFeedbackMessages; className: string }): ReactElement {
  const questionId = useId()
  const [vote, setVote] = useState<-1 | 1 | null>(null)

  function choose(value: -1 | 1): void {
    if (value === vote) return
    setVote(value)
    findHelp()?.vote(value)
  }

  return (
    <section className={className} aria-labelledby={questionId}>
      <p id={questionId} className="help-feedback-question">
        {messages.question}
      </p>
      <button type="button" aria-pressed={vote === 1} onClick={() => choose(1)}>
        {messages.yes}
      </button>
      <button type="button" aria-pressed={vote === -1} onClick={() => choose(-1)}>
        {messages.no}
      </button>
      <p role="status" className="help-feedback-thanks">
        {vote !== null && messages.thanks}
      </p>
    </section>
  )
}
