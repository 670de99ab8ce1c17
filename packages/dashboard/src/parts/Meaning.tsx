import type { Definition, Metric } from '@helptally/server/reports'
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
  /** Where the report says how it is reckoned, where it is one number. */
  readonly of?: Reckoned
  readonly view: View
}

/** The field of a number in its report, or the two that it is the quotient of. */
export type Reckoned = string | { readonly sum: string; readonly per: string }

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
      {/* biome-ignore lint/a11y/useSemanticElements: a word of explanation, no landmark */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, and must by keyboard, too (WCAG 2.1.1) */}
      <span popover="auto" id={id} className="ht-answer" role="group" aria-label={name} tabIndex={0}>
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

function formulaOf(of: Reckoned, definition: Definition, view: View): Told | null {
  const translated = metricIn(translationOf(definition, view)?.metrics, of)
  const metric = translated ?? metricIn(definition.metrics, of)
  if (!metric) return null
  const text = metric.of === undefined ? metric.counts : `(${metric.counts}) / (${metric.of})`
  return translated || view.locale === 'en' ? { text } : { text, lang: 'en' }
}

function metricIn(metrics: Definition['metrics'] | undefined, of: Reckoned): Metric | undefined {
  if (typeof of === 'string') return metrics?.[of]
  const [sum, per] = [metrics?.[of.sum], metrics?.[of.per]]
  return sum && per && { counts: sum.counts, of: per.counts }
}

const translationOf = ({ id, version }: Definition, { words }: View): Omit<Definition, 'id'> | undefined => {
  const translation = words.definitions[id]
  return translation?.version === version ? translation : undefined
}
