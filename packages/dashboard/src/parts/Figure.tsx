import type { Definition, Rate } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import { isLow } from '../lowN.js'
import type { View } from '../view.js'
import { ChangeNote } from './ChangeNote.js'
import { Meaning, type Reckoned } from './Meaning.js'

interface Props {
  /** Unique on the page: the key of the number in its report, where it has one of its own. */
  readonly of: string
  /** How its report reckons it, where it tells that under another key. */
  readonly reckoned?: Reckoned
  readonly name: string
  readonly now: number | Rate | null
  /** Of the period before; absent where nothing is compared. */
  readonly before?: number | Rate | null | undefined
  /** How a number that is no rate is written; as a count when not said. */
  readonly write?: (value: number) => string
  readonly definition: Definition
  readonly meaning?: string
  readonly aside?: ReactNode
  /** Where the sessions behind it, or its details, are. */
  readonly href?: string
  readonly view: View
}

/** One number: its name and meaning, its value, of how many, its change, and the way to what is behind it. */
export function Figure(props: Props): ReactElement {
  const { of, reckoned = of, name, now, before, write, definition, meaning, aside, href, view } = props
  const { words, format } = view
  const value = numberOf(now)
  const rate = rateOf(now)
  const written = value === null ? '—' : rate ? format.share(value) : (write ?? format.count)(value)
  return (
    <div className="ht-card ht-total" data-total={of}>
      <div className="ht-total-name">
        <h3>{name}</h3>
        <Meaning id={`ht-means-${of}`} name={name} definition={definition} text={meaning} of={reckoned} view={view} />
      </div>
      <p className={rate && isLow(rate.n) ? 'ht-number ht-low' : 'ht-number'}>
        {href && value !== null ? (
          <a href={href} aria-label={`${name}: ${written}`}>
            {written}
          </a>
        ) : (
          written
        )}
      </p>
      {before !== undefined && value !== null && (
        <ChangeNote
          before={numberOf(before)}
          now={value}
          kind={rate ? 'rate' : 'amount'}
          write={rate ? format.share : write}
          view={view}
        />
      )}
      {rate && (
        <p className="ht-aside">
          {isLow(rate.n) ? words.frame.fewN(format.count(rate.n)) : words.frame.ofN(format.count(rate.n))}
        </p>
      )}
      {aside && <p className="ht-aside">{aside}</p>}
    </div>
  )
}

const rateOf = (value: number | Rate | null): Rate | null => (typeof value === 'object' ? value : null)

const numberOf = (value: number | Rate | null): number | null =>
  typeof value === 'object' ? (value?.rate ?? null) : value
