import type { ReactElement } from 'react'

/** Text whose parts between backticks are code. */
export function Coded({ text }: { text: string }): ReactElement {
  const parts = text.split('`')
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity and never move.
  return <>{parts.map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>
}
