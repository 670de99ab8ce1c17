import type { SessionExplained } from '@helptally/core'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** Said first and loudly: a count that page and recount do not share is a count to look into. */
export function Disagreements({ session, view }: { session: SessionExplained; view: View }): ReactElement | null {
  const words = view.words.timeline
  const { disagreements } = session
  if (disagreements.length === 0) return null
  return (
    <section className="ht-alarm" role="alert" aria-labelledby="ht-alarm-title">
      <h2 id="ht-alarm-title">{words.disagrees}</h2>
      <p>{words.disagreesMeaning(disagreements.length)}</p>
      <ul>
        {disagreements.map(({ eventId, name, claimed }) => (
          <li key={eventId}>
            <code>{name}</code> <code>{eventId}</code>: {claimed === null ? words.claimedNone : words.claimed(claimed)}
          </li>
        ))}
      </ul>
    </section>
  )
}
