import type { ReactElement, ReactNode } from 'react'
import { hereWith, type View } from '../view.js'

interface Props {
  /** What the form does, and to which gap or change. */
  readonly change: Readonly<Record<string, string>>
  /** What can be chosen beside it. */
  readonly children: ReactNode
  readonly className?: string
  readonly view: View
}

/** A form that changes a gap, and leads back to this page. It needs no script. */
export function ChangeForm({ change, children, className = 'ht-form', view }: Props): ReactElement {
  const fields = { ...change, back: hereWith(view, {}) }
  return (
    <form method="post" action={view.hrefs.changeGap} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
