import type { ReactElement, ReactNode } from 'react'

/** One answer of the list of reasons. */
export function Reason({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
