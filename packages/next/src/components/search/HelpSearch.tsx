'use client'

import { type ReactElement, useId } from 'react'
import { HelpSearchOption } from './HelpSearchOption.js'
import { defaultSearchMessages, type HelpSearchMessages, statusText } from './messages.js'
import type { SearchHit } from './searchHit.js'
import { useCombobox } from './useCombobox.js'
import { useHelpSearch } from './useHelpSearch.js'

export interface HelpSearchProps {
  /** Finds articles. May answer at once or later; an answer that was overtaken by further typing is dropped. */
  readonly search: (query: string) => readonly SearchHit[] | Promise<readonly SearchHit[]>
  /** Called when the reader enters the field: the moment to load an index. */
  readonly prepare?: () => void
  /** What searches, <= 40 characters, for comparing one with another. */
  readonly engine?: string
  /** The name of the field, for readers who do not see it. */
  readonly label: string
  /** What stands in the empty field. */
  readonly placeholder?: string
  /** What it says; what is left out is said in English. */
  readonly messages?: Partial<HelpSearchMessages>
  /** The class of its element. Default `help-search`. */
  readonly className?: string
}

/** The longest query that counting takes. */
const QUERY_MAX_LENGTH = 200

/** A search bar: a combobox with list autocomplete, as the ARIA Authoring Practices describe it. */
export function HelpSearch({
  search,
  prepare,
  engine,
  label,
  placeholder,
  messages,
  className = 'help-search',
}: HelpSearchProps): ReactElement {
  const listId = useId()
  const counting = useHelpSearch({ engine })
  const combobox = useCombobox(search, counting, listId)
  const { hits, state, query, activeId } = combobox
  const words = { ...defaultSearchMessages, ...messages }

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is younger than some browsers, and than jsdom
    <div role="search" className={className} {...counting.searchProps} data-state={state} onBlur={combobox.onBlur}>
      <input
        ref={combobox.inputRef}
        className="help-search-input"
        type="search"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={state === 'results'}
        aria-controls={state === 'results' ? listId : undefined}
        aria-activedescendant={activeId}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={QUERY_MAX_LENGTH}
        onFocus={prepare}
        onChange={combobox.onChange}
        onClick={combobox.onClick}
        onKeyDown={combobox.onKeyDown}
      />
      {state === 'results' && (
        <div role="listbox" id={listId} aria-label={label} className="help-search-list">
          {hits.map((hit, index) => (
            <HelpSearchOption
              key={combobox.optionId(index)}
              hit={hit}
              id={combobox.optionId(index)}
              counted={counting.optionProps(index + 1, hit.id)}
              active={combobox.optionId(index) === activeId}
              onChoose={combobox.onChoose}
            />
          ))}
        </div>
      )}
      <p role="status" className="help-search-status">
        {statusText(words, state, query, hits.length)}
      </p>
    </div>
  )
}
