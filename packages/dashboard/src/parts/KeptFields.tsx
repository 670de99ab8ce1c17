import type { ReactElement } from 'react'
import type { AddressParam } from '../address.js'
import type { View } from '../view.js'

/** What the address says already, for a form that only asks for the rest. */
export function KeptFields({ view, but }: { view: View; but: readonly AddressParam[] }): ReactElement {
  const kept = Object.entries(view.address).filter(([name, value]) => value && !but.includes(name as AddressParam))
  return (
    <>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
