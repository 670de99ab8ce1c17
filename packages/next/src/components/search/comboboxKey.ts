import type { AnswerState } from './useAnswer.js'

/** What a key means in the search field, after the APG pattern "editable combobox with list autocomplete". */
export type ComboboxMove =
  | { readonly type: 'activate'; readonly index: number }
  | { readonly type: 'open'; readonly landing: 'field' | 'first' | 'last' }
  | { readonly type: 'choose' | 'close' | 'clear' | 'edit' }

interface Key {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

interface Situation {
  readonly state: AnswerState
  readonly count: number
  readonly active: number
  readonly text: string
}

export function comboboxMove({ key, altKey, ctrlKey, metaKey }: Key, at: Situation): ComboboxMove | undefined {
  if (ctrlKey || metaKey) return undefined
  switch (key) {
    case 'ArrowDown':
      return altKey ? opening(at, 'field') : vertical(at, 1)
    case 'ArrowUp':
      return altKey ? closing(at) : vertical(at, -1)
    case 'Enter':
      return at.active >= 0 ? { type: 'choose' } : undefined
    case 'Escape':
      return closing(at) ?? (at.text === '' ? undefined : { type: 'clear' })
    case 'Home':
    case 'End':
    case 'ArrowLeft':
    case 'ArrowRight':
      return at.active >= 0 ? { type: 'edit' } : undefined
  }
  return undefined
}

function vertical(at: Situation, step: 1 | -1): ComboboxMove | undefined {
  if (at.state !== 'results') return opening(at, step === 1 ? 'first' : 'last')
  const index = at.active < 0 && step < 0 ? at.count - 1 : (at.active + step + at.count) % at.count
  return { type: 'activate', index }
}

function opening(at: Situation, landing: 'field' | 'first' | 'last'): ComboboxMove | undefined {
  return at.state === 'closed' && at.text.trim() !== '' ? { type: 'open', landing } : undefined
}

function closing(at: Situation): ComboboxMove | undefined {
  return at.state === 'closed' ? undefined : { type: 'close' }
}
