import type { Comment } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

/** One comment: when, how its writer voted and why, of which revision, and the words. */
export function Commented({ said, view }: { said: Comment; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const { event } = view.words
  const { at, value, reason, revision, comment } = said
  return (
    <li>
      <p className="ht-quiet ht-break">
        <time dateTime={at}>{format.dayAndTime(at)}</time> · {value === 1 ? event.votedUp : event.votedDown}
        {reason && <>, {event.voteReason[reason]}</>} · {words.ofRevision}{' '}
        <bdi>{seen(revision) || words.noRevision}</bdi>
      </p>
      <blockquote className="ht-comment" dir="auto">
        {comment}
      </blockquote>
    </li>
  )
}
