import { LIMITS, MOST_THINGS, VIAS, type Via } from '@helptally/core'

/** Where a link stands. */
export interface Provenance {
  /** null when the page does not say; then it depends on the page the link stands on. */
  readonly via: Via | null
  /** 1-based. */
  readonly position?: number
  readonly listId?: string
}

/** Reads `data-help-via`, `data-help-list` and `data-help-position` at and above a link or an option. */
export function provenanceOf(chosen: Element): Provenance {
  const given = Number(attribute(chosen, 'data-help-position'))
  const position = given > 0 ? Math.min(Math.ceil(given), MOST_THINGS) : optionRank(chosen)
  const listId = attribute(chosen, 'data-help-list')?.slice(0, LIMITS.listId)
  return { via: viaOf(chosen), ...(position > 0 && { position }), ...(listId && { listId }) }
}

function viaOf(chosen: Element): Via | null {
  const named = attribute(chosen, 'data-help-via')
  if (VIAS.includes(named as Via)) return named as Via
  if (chosen.closest('[data-help-search]')) return 'search_result'
  return chosen.closest('nav, header, footer') ? 'nav' : null
}

function optionRank(chosen: Element): number {
  const option = chosen.closest('[role=option]')
  const options = option?.closest('[data-help-search]')?.querySelectorAll('[role=option]')
  return options ? [...options].indexOf(option!) + 1 : 0
}

function attribute(chosen: Element, name: string): string | undefined {
  return chosen.closest(`[${name}]`)?.getAttribute(name) ?? undefined
}
