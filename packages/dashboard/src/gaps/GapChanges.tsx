import type { GapChangeTold } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { ChangeText } from './ChangeText.js'
import { UndoForm } from './UndoForm.js'

/** What editors did, and the way to take it back. */
export function GapChanges({ changes, view }: { changes: readonly GapChangeTold[]; view: View }): ReactElement | null {
  const { format } = view
  const words = view.words.on.gaps
  if (changes.length === 0) return null
  return (
    <Panel id="ht-gap-changes" title={words.changes} view={view}>
      <ScrollTable caption={words.changes}>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.takeBack}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.nr}>
              <td>{format.dayAndTime(change.at)}</td>
              <td>{change.by ? <bdi>{seen(change.by)}</bdi> : '—'}</td>
              <td className="ht-wrap">
                <ChangeText change={change} view={view} />
              </td>
              <td>
                {change.undone_by === null ? (
                  <UndoForm nr={change.nr} view={view} />
                ) : (
                  <span className="ht-quiet">{words.takenBack(change.undone_by)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  )
}
