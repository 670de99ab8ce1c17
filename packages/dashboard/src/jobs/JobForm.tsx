import type { JobKind } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import { hereWith, type View } from '../view.js'

interface Props {
  readonly kind: JobKind
  /** Of the job that it changes; without it, one is started. */
  readonly nr?: number
  readonly className?: string
  /** Whether a file goes along. */
  readonly encType?: 'multipart/form-data'
  readonly children: ReactNode
  readonly view: View
}

/** A form that starts or changes a job, and leads back to its panel. It needs no script. */
export function JobForm({ kind, nr, className, encType, children, view }: Props): ReactElement {
  return (
    <form method="post" action={view.hrefs.job(kind, nr)} className={className} encType={encType}>
      <input type="hidden" name="back" value={`${hereWith(view, {})}#ht-${kind}`} />
      {children}
    </form>
  )
}
