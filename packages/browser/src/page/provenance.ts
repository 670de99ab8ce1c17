import { LIMITS, MOST_THINGS, VIAS, type Via } from '@helptally/core'
import { closestOn } from './heard.js'

/** Where a link stands. */
export interface Provenance {
  /** null when the page does not say; then it depends on the page the link stands on. */
  readonly via: Via | null
  /** 1-based. */
  readonly position?: number
  readonly listId?: string
  /** What made the list. */
  readonly algorithm?: string
}

const SEARCH = '[data-help-search]'
const OPTION = '[role=option]'

/** Reads `data-help-via`, `-list`, `-algorithm` and `-position` at and above a link or an option, whose path this is. */
export function provenanceOf(path: readonly EventTarget[]): Provenance {
  const given = Number(attribute(path, 'data-help-position'))
  const position = given > 0 ? Math.min(Math.ceil(given), MOST_THINGS) : optionRank(path)
  const listId = attribute(path, 'data-help-list')?.slice(0, LIMITS.listId)
  const algorithm = attribute(path, 'data-help-algorithm')?.slice(0, LIMITS.algorithm)
  return {
    via: viaOf(path),
    ...(position > 0 && { position }),
    ...(listId && { listId }),
    ...(algorithm && { algorithm }),
  }
}

function viaOf(path: readonly EventTarget[]): Via | null {
  const named = attribute(path, 'data-help-via')
  if (VIAS.includes(named as Via)) return named as Via
  if (closestOn(path, SEARCH)) return 'search_result'
  return closestOn(path, 'nav, header, footer, aside:not(article *)') ? 'nav' : null
}

function optionRank(path: readonly EventTarget[]): number {
  const option = closestOn(path, OPTION)
  const options = option && closestOn(path, SEARCH)?.querySelectorAll(OPTION)
  return options ? [...options].indexOf(option) + 1 : 0
}

function attribute(path: readonly EventTarget[], name: string): string | undefined {
  return closestOn(path, `[${name}]`)?.getAttribute(name) ?? undefined
}
