import type { ImportJob } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

type Result = NonNullable<ImportJob['result']>

/** What became of each line of a file. */
export function ImportCame({ result, view }: { result: Result; view: View }): ReactElement {
  const words = view.words.on.jobs.ofImport
  const { format } = view
  const { lines, taken, known, left_out, named, sessions, unread } = result
  const rows = [
    ['taken', words.taken, taken],
    ['known', words.known, known],
    ...Object.entries(left_out)
      .filter(([, n]) => n > 0)
      .map(([reason, n]) => [reason, words.leftOut[reason] ?? reason, n] as const),
  ] as const
  return (
    <>
      <p>{words.imported(format.count(taken), format.count(lines))}</p>
      {sessions !== null && <p>{words.sessionsBegin(format.count(sessions))}</p>}
      {unread !== null && <p>{words.unread}</p>}
      <ScrollTable caption={words.sumOf} className="ht-job-sum">
        <tbody>
          {rows.map(([of, name, n]) => (
            <tr key={of}>
              <th scope="row">{name}</th>
              <td>{format.count(n)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.lines}</th>
            <td>{format.count(lines)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
      {named.length > 0 && <Named named={named} view={view} />}
    </>
  )
}

function Named({ named, view }: { named: Result['named']; view: View }): ReactElement {
  const words = view.words.on.jobs.ofImport
  return (
    <ScrollTable caption={words.notUnderstood} captionShown="yes" className="ht-job-named">
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {named.map(({ line, reason }) => (
          <tr key={line}>
            <th scope="row">{view.format.count(line)}</th>
            <td className="ht-wrap" lang="en">
              <bdi>{reason}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
