import type { GapChangeTold } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { ChangeText } from './ChangeText.js'
import { UndoForm } from './UndoForm.js'

/** What came of the form that led here, and the way back. */
export function Done({ changes, view }: { changes: readonly GapChangeTold[]; view: View }): ReactElement | null {
  const words = view.words.on.gaps
  if (view.done === null) return null
  const change = changes.find(({ nr }) => String(nr) === view.done)
  if (!change) {
    return (
      <p className="ht-behind" role="status">
        {view.done === 'conflict' ? words.conflict : words.nothingDone}
      </p>
    )
  }
  return (
    <div className="ht-behind ht-done" role="status">
      <p>
        {change.undone_by === null ? words.kept : words.undone} <ChangeText change={change} view={view} />
      </p>
      {change.undone_by === null && <UndoForm nr={change.nr} view={view} />}
    </div>
  )
}
