import type { MouseEvent, ReactElement } from 'react'
import { Link } from '../nextLink.js'
import type { SearchHit } from './searchHit.js'
import type { HelpSearchCounting } from './useHelpSearch.js'

interface HelpSearchOptionProps {
  readonly hit: SearchHit
  readonly id: string
  readonly counted: ReturnType<HelpSearchCounting['optionProps']>
  readonly active: boolean
  readonly onChoose: () => void
}

/** The option is a real link, so the browser itself opens it in a new tab on a middle or modified click. */
export function HelpSearchOption({ hit, id, counted, active, onChoose }: HelpSearchOptionProps): ReactElement {
  return (
    <Link
      role="option"
      id={id}
      className="help-search-option"
      href={hit.href}
      prefetch={false}
      tabIndex={-1}
      aria-selected={active}
      {...counted}
      onMouseDown={keepFocusInTheField}
      onClick={(event) => opensHere(event) && onChoose()}
    >
      <span className="help-search-title">{hit.title}</span>
      {hit.detail !== undefined && <span className="help-search-detail">{hit.detail}</span>}
    </Link>
  )
}

/** As Next decides it. Its own `onNavigate` is younger than 15.3. */
function opensHere({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

function keepFocusInTheField(event: MouseEvent): void {
  if (event.button === 0) event.preventDefault()
}
