import NextLink, { type LinkProps } from 'next/link.js'
import type { AnchorHTMLAttributes, FunctionComponent } from 'react'

export interface NextLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof LinkProps>, LinkProps {}

/**
 * Next's link under a type of our own: its runtime unwraps the CommonJS `default`, its types do or do not
 * say so, after the module resolution of whoever compiles.
 */
export const Link: FunctionComponent<NextLinkProps> = NextLink as never
