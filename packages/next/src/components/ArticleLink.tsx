'use client'

import type { Via } from '@helptally/core'
import type { ReactElement } from 'react'
import { Link, type NextLinkProps } from './nextLink.js'

export interface ArticleLinkProps extends NextLinkProps {
  /** Where the link stands, when its surroundings do not tell. */
  readonly via?: Exclude<Via, 'external'>
  /** 1-based rank in a list. */
  readonly position?: number
}

/** Next's link to an article, with what counting may want to know about it. */
export function ArticleLink({ via, position, ...link }: ArticleLinkProps): ReactElement {
  return <Link {...link} data-help-via={via} data-help-position={position} />
}
