'use client'

import { findHelp } from '@helptally/browser'
import type { VoteReason } from '@helptally/core'
import { usePathname } from 'next/navigation.js'
import { type ReactElement, useId, useRef, useState } from 'react'
import { defaultReasonsMessages, FeedbackReasons, type FeedbackReasonsMessages } from './FeedbackReasons.js'

/** What the question says, in the language of the page. */
export interface ArticleFeedbackMessages extends FeedbackReasonsMessages {
  readonly question: string
  readonly yes: string
  readonly no: string
  /** Said after a vote, which the reader may still change. */
  readonly thanks: string
  /** Said when the reader has told more. */
  readonly sent: string
}

export interface ArticleFeedbackProps {
  /** What it says; what is left out is said in English. */
  readonly messages?: Partial<ArticleFeedbackMessages>
  /** What is asked for: a vote and then its reason, or the vote alone. Default `reasons`. */
  readonly ask?: 'vote' | 'reasons'
  /** The class of its element. Default `help-feedback`. */
  readonly className?: string
}

const defaultMessages: ArticleFeedbackMessages = {
  ...defaultReasonsMessages,
  question: 'Was this article helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you. You can change your answer.',
  sent: 'Thank you for telling us more.',
}

/** Asks whether the article on screen helped. A layout may keep it from one article to the next: each address asks anew. */
export function ArticleFeedback({
  messages,
  ask = 'reasons',
  className = 'help-feedback',
}: ArticleFeedbackProps): ReactElement {
  const words = { ...defaultMessages, ...messages }
  return <Question key={usePathname()} messages={words} ask={ask} className={className} />
}

interface QuestionProps extends Required<Pick<ArticleFeedbackProps, 'ask' | 'className'>> {
  readonly messages: ArticleFeedbackMessages
}

function Question({ messages, ask, className }: QuestionProps): ReactElement {
  const questionId = useId()
  const statusRef = useRef<HTMLParagraphElement>(null)
  const [vote, setVote] = useState<-1 | 1 | null>(null)
  const [hasSent, setHasSent] = useState(false)

  function choose(value: -1 | 1): void {
    if (value === vote) return
    setVote(value)
    setHasSent(false)
    findHelp()?.vote(value)
  }

  function sendMore(more: { readonly reason?: VoteReason; readonly comment?: string }): void {
    findHelp()?.vote(vote!, more)
    setHasSent(true)
    // The button that had the focus goes.
    statusRef.current?.focus()
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
      <p ref={statusRef} role="status" tabIndex={-1} className="help-feedback-thanks">
        {vote !== null && (hasSent ? messages.sent : messages.thanks)}
      </p>
      {ask === 'reasons' && vote !== null && !hasSent && (
        <FeedbackReasons key={vote} vote={vote} messages={messages} onSend={sendMore} />
      )}
    </section>
  )
}
