'use client'

import { useEffect } from 'react'

/** Keys of the dashboard: each clicks what names it by `data-key`. None is heard while the reader writes, or with a modifier. */
export function Shortcuts(): null {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const isWriting = target instanceof Element && target.closest('input, select, textarea, [contenteditable]')
      if (isWriting || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const named = document.querySelector<HTMLElement>(`.ht-insights [data-key="${CSS.escape(event.key)}"]`)
      if (!named) return
      event.preventDefault()
      named.click()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return null
}
