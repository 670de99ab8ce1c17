'use client'

import { useParams, useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** An article that lives elsewhere now: its page says so. */
export default function Gone() {
  const { replace } = useRouter()
  const { locale } = useParams()
  useEffect(() => replace(`/${locale}/articles/idle`), [replace, locale])
  return <p>One moment.</p>
}
