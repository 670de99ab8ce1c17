'use client'

import { useRouter } from 'next/navigation.js'
import { startTransition, useEffect } from 'react'

const EVERY_MS = 1_000

/** Draws the page anew every second, while somebody looks at it. */
export function LookAgain(): null {
  const { refresh } = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) startTransition(refresh)
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [refresh])
  return null
}
