import type { Arrival, LedgerEntry } from '@helptally/server'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { ReasonText } from './ReasonText.js'

/** Each time that the event came, and what was made of it. */
export function Arrivals({ entry: { id, arrivals }, view }: { entry: LedgerEntry; view: View }): ReactElement {
  const words = view.words.on.quality
  return (
    <>
      <p className="ht-break">
        {words.arrivals(arrivals.length, view.format.count(arrivals.length))}{' '}
        <code>
          <bdi>{seen(id)}</bdi>
        </code>
      </p>
      <ScrollTable caption={words.arrivalsOf(id)} className="ht-arrivals">
        <thead>
          <tr>
            <th scope="col">{words.receivedAt}</th>
            <th scope="col">{words.outcomeHead}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.site}</th>
            <th scope="col">{words.event}</th>
            <th scope="col">{words.happenedAt}</th>
            <th scope="col">{words.clock}</th>
            <th scope="col">{words.session}</th>
          </tr>
        </thead>
        <tbody>
          {arrivals.map((arrival, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two arrivals may be alike in everything.
            <Row key={i} arrival={arrival} view={view} />
          ))}
        </tbody>
      </ScrollTable>
    </>
  )
}

function Row({
  arrival: { outcome, reason, site, received_at, event },
  view,
}: {
  arrival: Arrival
  view: View
}): ReactElement {
  const { format, hrefs } = view
  const words = view.words.on.quality
  return (
    <tr>
      <th scope="row">
        <time dateTime={received_at}>{format.moment(received_at)}</time>
      </th>
      <td>{words.outcome[outcome]}</td>
      <td className="ht-wrap">
        <ReasonText reason={reason} />
      </td>
      <td>
        <bdi>{seen(site)}</bdi>
      </td>
      <td>{event ? <code>{event.name}</code> : '—'}</td>
      <td>{event ? <time dateTime={event.at}>{format.moment(event.at)}</time> : '—'}</td>
      <td>{event ? clockText(event.corrected_by_ms, view) : '—'}</td>
      <td>{event?.session_id ? <a href={hrefs.session(event.session_id)}>{words.openSession}</a> : '—'}</td>
    </tr>
  )
}

/** What was added to the time that the page told. */
function clockText(correctedByMs: number, { words, format }: View): string {
  if (correctedByMs === 0) return words.on.quality.clockBelieved
  return `${correctedByMs > 0 ? '+' : '−'}${format.duration(Math.abs(correctedByMs))}`
}
