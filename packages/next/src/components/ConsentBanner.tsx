'use client'

import type { ReactElement, ReactNode } from 'react'
import { useConsent } from '../hooks.js'
import { useCanChoose } from './useCanChoose.js'

/** What the banner says, in the language of the page. */
export interface ConsentBannerMessages {
  /** The name of the region, for readers who move by landmarks. */
  readonly label: string
  readonly text: string
  readonly accept: string
  readonly refuse: string
}

export interface ConsentBannerProps {
  /** What it says; what is left out is said in English. */
  readonly messages?: Partial<ConsentBannerMessages>
  /** What stands after the text: a link to the privacy page, say. */
  readonly children?: ReactNode
  /** The class of its element. Default `help-consent`. */
  readonly className?: string
}

const defaultMessages: ConsentBannerMessages = {
  label: 'Your choice about counting',
  text: 'May we count which articles help? Nothing is stored or sent until you choose.',
  accept: 'Accept',
  refuse: 'Refuse',
}

/** Asks once, in the flow of the page, with two equal answers. Not a dialog: who ignores it can read on, and is not counted. */
export function ConsentBanner({
  messages,
  children,
  className = 'help-consent',
}: ConsentBannerProps): ReactElement | null {
  const { consent, grant, refuse } = useConsent()
  const canChoose = useCanChoose()
  if (consent !== 'unknown' || !canChoose) return null

  const words = { ...defaultMessages, ...messages }
  return (
    <section className={className} aria-label={words.label}>
      <p>
        {words.text} {children}
      </p>
      <button type="button" onClick={refuse}>
        {words.refuse}
      </button>
      <button type="button" onClick={grant}>
        {words.accept}
      </button>
    </section>
  )
}
