'use client'

import { chatSession } from '@helptally/next'
import { type FormEvent, useEffect, useState, useSyncExternalStore } from 'react'
import { answerTo } from '../../lib/chat/answerTo'
import { openTranscript, type Said } from '../../lib/chat/transcript'
import type { Locale } from '../../lib/locales'
import type { Words } from '../../lib/words'
import { ChatLog } from './ChatLog'
import { ChatRating } from './ChatRating'

interface ChatWidgetProps {
  readonly locale: Locale
  readonly words: Words['chat']
}

const NOTHING: readonly Said[] = []

/** A chat as providers have it, metered by `chatSession()`: its callbacks say what happened, and never what was written. */
export function ChatWidget({ locale, words }: ChatWidgetProps) {
  const [chat] = useState(() => chatSession())
  const [transcript] = useState(openTranscript)
  const said = useSyncExternalStore(transcript.subscribe, transcript.all, () => NOTHING)
  const [wasOpened, setOpened] = useState(false)
  const isOpen = wasOpened || said.length > 0

  // Each tab hears of each message: its id is what makes it one.
  useEffect(() => transcript.onSaid(({ by, id }) => chat.message({ by, id })), [chat, transcript])

  const say = (what: Omit<Said, 'id'>) => transcript.say({ ...what, id: crypto.randomUUID() })
  const open = () => {
    setOpened(true)
    chat.open()
  }
  const close = () => {
    setOpened(false)
    transcript.clear()
    chat.close()
  }
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const question = String(new FormData(form).get('question')).trim()
    if (!question) return
    form.reset()
    say({ by: 'user', text: question })
    if (!said.some(({ by }) => by === 'agent')) say(await answerTo(question, locale, words))
  }
  const callPerson = () => {
    chat.transfer({ cause: 'asked for a person' })
    say({ by: 'agent', text: words.agent })
  }

  if (!isOpen) {
    return (
      <button type="button" className="button chat-open" onClick={open}>
        {words.open}
      </button>
    )
  }
  return (
    <section className="chat" aria-label={words.name}>
      <header className="chat-head">
        <h2>{words.name}</h2>
        <button type="button" className="chat-close" aria-label={words.close} onClick={close}>
          ×
        </button>
      </header>
      <ChatLog locale={locale} words={words} said={said} />
      <form className="chat-form" onSubmit={(event) => void ask(event)}>
        <input name="question" autoComplete="off" aria-label={words.label} placeholder={words.placeholder} />
        <button type="submit" className="button">
          {words.send}
        </button>
      </form>
      <footer className="chat-foot">
        <button type="button" onClick={callPerson}>
          {words.person}
        </button>
        <ChatRating words={words} onAsked={chat.surveySent} onRated={(score) => chat.surveyAnswered({ score })} />
      </footer>
    </section>
  )
}
