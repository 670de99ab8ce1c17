import type { VoteReason } from '@helptally/core'
import { type FormEvent, type ReactElement, useId, useState } from 'react'

export interface FeedbackReasonsMessages {
  /** Asked after a vote. */
  readonly why: string
  readonly reasons: Readonly<Record<VoteReason, string>>
  readonly comment: string
  /** Said under the field of the comment. */
  readonly commentHint: string
  readonly send: string
}

export const defaultReasonsMessages: FeedbackReasonsMessages = {
  why: 'Why is that?',
  reasons: {
    answered: 'It answered my question',
    clear: 'It is clear',
    incomplete: 'Something is missing',
    unclear: 'It is hard to understand',
    outdated: 'It is out of date',
    wrong: 'Something is wrong',
    too_long: 'It is too long',
    not_found: 'I was looking for something else',
    other: 'Something else',
  },
  comment: 'What would you like to add?',
  commentHint: 'Please do not write names, addresses or numbers of yours.',
  send: 'Send',
}

export interface FeedbackReasonsProps {
  readonly vote: -1 | 1
  readonly messages: FeedbackReasonsMessages
  /** Called with at least one of the two. */
  onSend(more: { readonly reason?: VoteReason; readonly comment?: string }): void
}

const REASONS: Readonly<Record<-1 | 1, readonly VoteReason[]>> = {
  1: ['answered', 'clear', 'other'],
  '-1': ['incomplete', 'unclear', 'outdated', 'wrong', 'too_long', 'not_found', 'other'],
}
const COMMENT_MAX_LENGTH = 1_000

/** Asks for the reason of a vote, which the reader need not give. */
export function FeedbackReasons({ vote, messages, onSend }: FeedbackReasonsProps): ReactElement {
  const id = useId()
  const [reason, setReason] = useState<VoteReason>()
  const [text, setText] = useState('')

  function send(event: FormEvent): void {
    event.preventDefault()
    const comment = text.trim()
    if (reason || comment) onSend({ ...(reason && { reason }), ...(comment && { comment }) })
  }

  return (
    <form className="help-feedback-reasons" onSubmit={send}>
      <fieldset>
        <legend>{messages.why}</legend>
        {REASONS[vote].map((one) => (
          <label key={one}>
            <input type="radio" name={id} checked={one === reason} onChange={() => setReason(one)} />{' '}
            {messages.reasons[one]}
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-comment`}>{messages.comment}</label>
      <textarea
        id={`${id}-comment`}
        rows={3}
        maxLength={COMMENT_MAX_LENGTH}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${id}-hint`} className="help-feedback-hint">
        {messages.commentHint}
      </p>
      <button type="submit">{messages.send}</button>
    </form>
  )
}
