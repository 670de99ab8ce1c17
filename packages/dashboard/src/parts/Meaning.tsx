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
  /** Its field in the report, where it is one number: how it is reckoned is told, too. */
  readonly of?: string
  readonly view: View
}

/** A number's meaning and its version, one tap away, in a popover that needs no script. */
export function Meaning({ id, name, definition, text, of, view }: Props): ReactElement {
  const { words } = view
  const formula = of === undefined ? null : formulaOf(of, definition, view)
  const told = text === undefined ? tellDefinition(definition, view) : { text, lang: undefined }
  return (
    <span className="ht-meaning">
      <button type="button" className="ht-ask" popoverTarget={id} aria-label={words.frame.meaningOf(name)}>
        ?
      </button>
      <span popover="auto" id={id} className="ht-answer">
        <strong>{name}</strong>
        <span lang={told.lang}>{told.text}</span>
        {formula && (
          <span>
            {words.frame.reckoned} <code lang={formula.lang}>{formula.text}</code>
          </span>
        )}
        <small>{words.frame.definition(definition.id, view.format.count(definition.version))}</small>
      </span>
    </span>
  )
}

type Told = { readonly text: string; readonly lang?: string }

/** The server defines in English. A translation stands in only for the very version that it translates. */
function tellDefinition(definition: Definition, view: View): Told {
  const translation = translationOf(definition, view)
  if (translation) return { text: translation.text }
  return view.locale === 'en' ? { text: definition.text } : { text: definition.text, lang: 'en' }
}

function formulaOf(field: string, definition: Definition, view: View): Told | null {
  const translated = translationOf(definition, view)?.metrics[field]
  const metric = translated ?? definition.metrics[field]
  if (!metric) return null
  const text = metric.of === undefined ? metric.counts : `(${metric.counts}) / (${metric.of})`
  return translated || view.locale === 'en' ? { text } : { text, lang: 'en' }
}

const translationOf = ({ id, version }: Definition, { words }: View): Omit<Definition, 'id'> | undefined => {
  const translation = words.definitions[id]
  return translation?.version === version ? translation : undefined
}
