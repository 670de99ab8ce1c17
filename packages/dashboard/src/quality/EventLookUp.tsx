import type { ReactElement } from 'react'
import { Coded } from '../parts/Coded.js'
import { KeptFields } from '../parts/KeptFields.js'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { Arrivals } from './Arrivals.js'
import type { LookedUp } from './lookedUp.js'

interface Props {
  readonly lookedUp: LookedUp | null
  readonly view: View
}

/** What became of one event: a form that sends itself by its address, and the answer. */
export function EventLookUp({ lookedUp, view }: Props): ReactElement {
  const words = view.words.on.quality
  return (
    <Panel id="ht-look-up" title={words.lookUp} view={view}>
      <p className="ht-quiet">{words.lookUpLead}</p>
      <form method="get" action="#ht-look-up" className="ht-form ht-look-up">
        <KeptFields view={view} but={['of']} />
        <label htmlFor="ht-event-id">
          {words.eventId}
          <input id="ht-event-id" type="text" name="of" required maxLength={64} defaultValue={view.address.of ?? ''} />
        </label>
        <button type="submit" className="ht-button">
          {words.find}
        </button>
      </form>
      {lookedUp && (
        <div className="ht-found" role="status">
          <Answer lookedUp={lookedUp} view={view} />
        </div>
      )}
    </Panel>
  )
}

function Answer({ lookedUp, view }: { lookedUp: LookedUp; view: View }): ReactElement {
  const words = view.words.on.quality
  if (lookedUp.is === 'known') return <Arrivals entry={lookedUp.entry} view={view} />
  return <p>{lookedUp.is === 'bad_id' ? <Coded text={words.badId} /> : words.unknown}</p>
}
