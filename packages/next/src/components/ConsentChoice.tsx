'use client'

import type { ReactElement } from 'react'
import { useConsent, useHelpSession } from '../hooks.js'
import { useCanChoose } from './useCanChoose.js'

/** What the choice and its button say, in the language of the page. */
export interface ConsentChoiceMessages {
  /** Said to a reader who has accepted. */
  readonly granted: string
  /** Said to a reader who has refused. */
  readonly refused: string
  /** The button of a reader who has accepted. */
  readonly refuse: string
  /** The button of a reader who has refused. */
  readonly accept: string
}

export interface ConsentChoiceProps {
  /** What it says; what is left out is said in English. */
  readonly messages?: Partial<ConsentChoiceMessages>
  /** The class of its element. Default `help-consent-choice`. */
  readonly className?: string
}

const defaultMessages: ConsentChoiceMessages = {
  granted: 'Your visit is counted.',
  refused: 'Your visit is not counted.',
  refuse: 'Stop counting',
  accept: 'Allow counting',
}

/** The way back from the banner: what was chosen, and a button for the other choice. Draws nothing before the first choice. */
export function ConsentChoice({
  messages,
  className = 'help-consent-choice',
}: ConsentChoiceProps): ReactElement | null {
  const { consent, grant, refuse } = useConsent()
  const bySignal = useHelpSession((help) => help.refusedBySignal)
  const canChoose = useCanChoose()
  if (consent === 'unknown' || !canChoose) return null

  const words = { ...defaultMessages, ...messages }
  const counted = consent === 'granted'
  return (
    <p className={className}>
      <span role="status">{counted ? words.granted : words.refused}</span>{' '}
      {!bySignal && (
        <button type="button" onClick={counted ? refuse : grant}>
          {counted ? words.refuse : words.accept}
        </button>
      )}
    </p>
  )
}
