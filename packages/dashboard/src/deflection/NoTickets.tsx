import type { ReactElement } from 'react'
import { Coded } from '../parts/Coded.js'
import type { View } from '../view.js'

/** Why nothing is known of tickets, and the three ways to tell of them. */
export function NoTickets({ view }: { view: View }): ReactElement {
  const words = view.words.on.deflection
  return (
    <p className="ht-behind" data-empty="tickets">
      {words.noTickets} <Coded text={words.howToTell(view.site)} />
    </p>
  )
}
