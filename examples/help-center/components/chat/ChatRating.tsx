import { useState } from 'react'
import { fill } from '../../lib/fill'
import type { Words } from '../../lib/words'

const SCORES = [1, 2, 3, 4, 5] as const

interface ChatRatingProps {
  readonly words: Words['chat']
  onAsked(): void
  onRated(score: number): void
}

/** The survey at the end of a chat. */
export function ChatRating({ words, onAsked, onRated }: ChatRatingProps) {
  const [step, setStep] = useState<'idle' | 'asked' | 'rated'>('idle')
  const ask = () => {
    setStep('asked')
    onAsked()
  }
  const rate = (score: number) => {
    setStep('rated')
    onRated(score)
  }
  if (step === 'rated') return <p role="status">{words.thanks}</p>
  if (step === 'idle') {
    return (
      <button type="button" onClick={ask}>
        {words.rate}
      </button>
    )
  }
  return (
    <fieldset className="chat-rating">
      <legend>{words.rateQuestion}</legend>
      {SCORES.map((score) => (
        <button key={score} type="button" aria-label={fill(words.rateOf, { score })} onClick={() => rate(score)}>
          {score}
        </button>
      ))}
    </fieldset>
  )
}
