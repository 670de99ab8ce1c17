import { type RenderResult, render, screen } from '@testing-library/react'
import { type UserEvent, userEvent } from '@testing-library/user-event'
import { HelpSearch, type HelpSearchProps, type SearchHit } from '../../src/index.js'
import { withRouter } from './withRouter.js'

export const IDLE: SearchHit = { id: 'idle', href: '/en/articles/idle', title: 'Idle time', detail: 'Counting' }
export const TABS: SearchHit = { id: 'tabs', href: '/en/articles/tabs', title: 'Tabs and windows' }
export const INSTALL: SearchHit = { id: 'install', href: '/en/articles/install', title: 'Install' }

/** Finds all three articles for any query that has an `i` in it, and none for others. */
export const findThree = (query: string): SearchHit[] => (query.includes('i') ? [IDLE, TABS, INSTALL] : [])

export interface SearchBar extends RenderResult {
  readonly user: UserEvent
  readonly visited: string[]
}

export function showSearchBar(props: Partial<HelpSearchProps> = {}, { strict = false } = {}): SearchBar {
  const visited: string[] = []
  const shown = render(<HelpSearch label="Search the help center" search={findThree} {...props} />, {
    wrapper: withRouter({ visited }),
    reactStrictMode: strict,
  })
  return { ...shown, visited, user: userEvent.setup() }
}

export const field = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Search the help center' })
export const list = (): HTMLElement | null => screen.queryByRole('listbox')
export const optionTitles = (): (string | null)[] => screen.queryAllByRole('option').map((option) => option.textContent)

/** The title of the option that aria-activedescendant points to; null when the reader is in the field. */
export function activeTitle(): string | null {
  const id = field().getAttribute('aria-activedescendant')
  return id === null ? null : (document.getElementById(id)?.textContent ?? `no element ${id}`)
}
