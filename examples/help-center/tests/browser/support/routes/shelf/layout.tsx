import type { ReactNode } from 'react'

/** A page with a second slot beside it, where an article stands that is peeked at. */
export default function Shelf({ children, peek }: { readonly children: ReactNode; readonly peek: ReactNode }) {
  return (
    <>
      {children}
      {peek}
    </>
  )
}
