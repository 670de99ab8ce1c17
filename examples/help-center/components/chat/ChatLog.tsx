import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { Said } from '../../lib/chat/transcript'
import type { Locale } from '../../lib/locales'
import { articlePath } from '../../lib/paths'
import type { Words } from '../../lib/words'

interface ChatLogProps {
  readonly locale: Locale
  readonly words: Words['chat']
  readonly said: readonly Said[]
}

/** What was said, the latest in view. The greeting is the widget's own: it is no message, and starts no session. */
export function ChatLog({ locale, words, said }: ChatLogProps) {
  const log = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is what it scrolls for
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }, [said])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
    <div ref={log} className="chat-log" role="log" aria-label={words.log} tabIndex={0}>
      <p className="chat-said" data-by="bot">
        {words.hello}
      </p>
      {said.map(({ id, by, text, article }) => (
        <p key={id} className="chat-said" data-by={by}>
          <b>{words.by[by]}</b> {text} {article && <Link href={articlePath(locale, article.id)}>{article.title}</Link>}
        </p>
      ))}
    </div>
  )
}
