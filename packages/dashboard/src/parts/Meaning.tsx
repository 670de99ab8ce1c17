import type { Definition } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

interface Props {
  /** Of the popover; unique on the page. */
  readonly id: string
  /** The name of the number, as printed beside it. */
  readonly name: string
  readonly definition: Definition
  /** What this number is within the report; without it, the report's own definition is told. */
  readonly text?: string
  readonly view: View
}

/** A number's meaning and its version, one tap away, in a popover that needs no script. */
export function Meaning({ id, name, definition, text, view }: Props): ReactElement {
  const { words } = view
  const told = text === undefined ? tellDefinition(definition, view) : { text, lang: undefined }
  return (
    <span className="ht-meaning">
      <button type="button" className="ht-ask" popoverTarget={id} aria-label={words.frame.meaningOf(name)}>
        ?
      </button>
      <span popover="auto" id={id} className="ht-answer">
        <strong>{name}</strong>
        <span lang={told.lang}>{told.text}</span>
        <small>{words.frame.definition(definition.id, view.format.count(definition.version))}</small>
      </span>
    </span>
  )
}

/** The server defines in English. A translation stands in only for the very version that it translates. */
function tellDefinition({ id, version, text }: Definition, { locale, words }: View): { text: string; lang?: string } {
  const translation = words.definitions[id]
  if (translation?.version === version) return { text: translation.text }
  return locale === 'en' ? { text } : { text, lang: 'en' }
}
