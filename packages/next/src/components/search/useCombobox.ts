import { useRouter } from 'next/navigation.js'
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { type ComboboxMove, comboboxMove } from './comboboxKey.js'
import type { SearchHit } from './searchHit.js'
import { type AnswerState, answerState, type Search, useAnswer } from './useAnswer.js'
import type { HelpSearchCounting } from './useHelpSearch.js'

export interface Combobox {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly state: AnswerState
  readonly query: string
  readonly hits: readonly SearchHit[]
  readonly activeId: string | undefined
  readonly optionId: (index: number) => string
  readonly onChange: () => void
  readonly onClick: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onBlur: (event: FocusEvent) => void
  readonly onChoose: () => void
}

/** The behaviour of the search bar. The field keeps its own text; what is shown under it is the state. */
export function useCombobox(search: Search, counting: HelpSearchCounting, listId: string): Combobox {
  const router = useRouter()
  const inputRef = useRef<HTMLInputElement>(null)
  const { answer, ask, activate, close } = useAnswer(search, counting)
  const hits = answer?.hits ?? []
  const active = answer?.active ?? -1
  const state = answerState(answer)
  const optionId = (index: number) => `${listId}-${index}`
  const activeId = active < 0 ? undefined : optionId(active)
  const text = () => inputRef.current?.value ?? ''

  function leaveFor(hit?: SearchHit): void {
    clear()
    inputRef.current?.blur()
    if (hit) router.push(hit.href)
  }

  function clear(): void {
    if (inputRef.current) inputRef.current.value = ''
    close()
  }

  function make(move: ComboboxMove): void {
    switch (move.type) {
      case 'activate':
        activate(move.index)
        break
      case 'edit':
        activate(-1)
        break
      case 'open':
        void ask(text(), move.landing)
        break
      case 'close':
        close()
        break
      case 'clear':
        clear()
        break
      case 'choose':
        leaveFor(hits[active])
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return
    const move = comboboxMove(event, { state, count: hits.length, active, text: text() })
    if (!move) return
    if (move.type !== 'edit') event.preventDefault()
    make(move)
  }

  function onChange(): void {
    activate(-1)
    void ask(text())
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once. A reader may have typed before the page was hydrated.
  useEffect(() => {
    if (text() !== '') void ask(text())
  }, [])

  useEffect(() => {
    // jsdom, where sites test their pages, has no scrollIntoView.
    if (activeId) document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' })
  }, [activeId])

  return {
    inputRef,
    state,
    query: answer?.query ?? '',
    hits,
    activeId,
    optionId,
    onChange,
    onClick: () => void (state === 'closed' && ask(text())),
    onKeyDown,
    onBlur: (event) => void (hasLeft(event) && close()),
    onChoose: () => leaveFor(),
  }
}

/** An input method uses Enter, Escape and the arrows for itself. Safari ends the composition before its last keydown, which is 229. */
function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229
}

/** When the whole window loses focus, the field stays the document's active element: the list stays open. */
function hasLeft({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return !currentTarget.contains((relatedTarget as Node | null) ?? document.activeElement)
}
