import type { RecountDifference, RecountJob } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

const MOST_SHOWN = 20

/** Whether a recount agrees, and where it does not. */
export function RecountCame({ result, view }: { result: NonNullable<RecountJob['result']>; view: View }): ReactElement {
  const words = view.words.on.jobs.ofRecount
  const { count } = view.format
  const { is_equal, claimed, found, events, differences, named, roll_up } = result
  if (is_equal) return <p>{words.equal(count(found), count(events))}</p>
  const all = Object.values(differences).reduce((sum, n) => sum + n, 0)
  const shown = named.slice(0, MOST_SHOWN)
  return (
    <>
      <p>{words.differ(count(claimed), count(found))}</p>
      {roll_up > 0 && <p>{words.rollUp(count(roll_up))}</p>}
      {shown.length > 0 && <Differences shown={shown} view={view} />}
      {all > shown.length && <p className="ht-quiet">{words.first(count(shown.length), count(all))}</p>}
    </>
  )
}

function Differences({ shown, view }: { shown: readonly RecountDifference[]; view: View }): ReactElement {
  const words = view.words.on.jobs.ofRecount
  return (
    <ScrollTable caption={words.differences} className="ht-job-differences">
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.difference}</th>
          <th scope="col">{words.cause}</th>
          <th scope="col">{words.event}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ event_id, at, kind, cause, claimed, found }) => (
          <tr key={event_id}>
            <th scope="row">{view.format.moment(at)}</th>
            <td className="ht-wrap">{words.kindOf[kind]}</td>
            <td className="ht-wrap">{words.causeOf[cause]}</td>
            <td>
              <Session id={claimed ?? found} view={view} /> <code>{event_id}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

/** The way to what was counted, or would be. */
function Session({ id, view }: { id: string | null; view: View }): ReactElement | null {
  return id === null ? null : <a href={view.hrefs.session(id)}>{view.words.on.jobs.ofRecount.session}</a>
}
