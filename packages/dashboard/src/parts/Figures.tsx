import type { ReactElement, ReactNode } from 'react'

/** A strip of figures. */
export function Figures({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="ht-figures" aria-label={title}>
      <h2 className="ht-heard">{title}</h2>
      {children}
    </section>
  )
}
