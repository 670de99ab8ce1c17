import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { ChangeForm } from './ChangeForm.js'

/** Takes one change back, for those who may. */
export function UndoForm({ nr, view }: { nr: number; view: View }): ReactElement | null {
  if (!view.mayEdit) return null
  return (
    <ChangeForm change={{ do: 'undo', nr: String(nr) }} className="ht-undo" view={view}>
      <button type="submit" className="ht-quiet-button">
        {view.words.on.gaps.undo}
      </button>
    </ChangeForm>
  )
}
