'use client'

import { useRouter } from 'next/navigation.js'
import { type ReactElement, startTransition, useEffect, useState } from 'react'

interface Props {
  /** Where what goes on is told, as server-sent events. */
  readonly href: string
  /** Said in turn, each when it is so. */
  readonly words: { readonly still: string; readonly following: string; readonly lost: string }
}

const AGAIN_MS = 5_000

/** Draws the page anew whenever something has happened, while somebody looks at it. */
export function Follow({ href, words }: Props): ReactElement {
  const { refresh } = useRouter()
  const [state, setState] = useState<keyof Props['words']>('still')
  useEffect(() => {
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    const close = () => {
      source?.close()
      clearTimeout(again)
    }
    const open = () => {
      close()
      if (document.hidden) return
      source = new EventSource(href)
      source.onopen = () => setState('following')
      source.onerror = () => {
        setState('lost')
        // A refusal is no loss to a browser: it does not ask again.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS)
      }
      source.onmessage = () => startTransition(refresh)
    }
    open()
    document.addEventListener('visibilitychange', open)
    return () => {
      document.removeEventListener('visibilitychange', open)
      close()
    }
  }, [href, refresh])
  return (
    <span data-follow={state} role="status">
      {words[state]}
    </span>
  )
}
