import ts from 'typescript'

/** The comment above a declaration as one text, with what it says of a default taken out of it. */
export interface Said {
  readonly says: string
  readonly default: string
  readonly unit: string
}

/** An end of a sentence that is not inside code. */
const SENTENCES = /(?:`[^`]*`|[^`.]|\.(?!\s|$))+(?:\.|$)\s*/g
const DEFAULT = /^Default:? (.*?)\.?\s*$/s
/** What a name says by itself, where the comment says nothing. */
const UNIT_OF_NAME: readonly (readonly [RegExp, string])[] = [
  [/(Ms|_ms)$/, 'ms'],
  [/(At|Since|^at|^ts|^now)$/, 'epoch ms'],
  [/[bB]ytes$/, 'bytes'],
]
/** The longest first: `epoch ms` is no `ms`. */
const UNITS = ['epoch ms', 'milliseconds', 'ms', 'bytes', 'characters', 'hours', 'days', '%']

export function saysOf(node: ts.Node): string {
  const own = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)
  const text = own ? ts.getTextOfJSDocComment(own.comment) : undefined
  return (text ?? '')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim()
}

export function saidOf(node: ts.Node, name: string): Said {
  const sentences = saysOf(node).match(SENTENCES) ?? []
  const ofDefault = sentences.findIndex((sentence) => DEFAULT.test(sentence))
  const says = sentences.filter((_, index) => index !== ofDefault).join('')
  const unit = UNITS.find((unit) => new RegExp(`(^|[ ,])${unit}($|[ ,.;:)])`, 'i').test(says)) ?? unitOf(name)
  return {
    // The unit stands beside the type already.
    says: says.trim().toLowerCase() === `${unit}.` ? '' : says.trim(),
    default: DEFAULT.exec(sentences[ofDefault] ?? '')?.[1] ?? '',
    unit,
  }
}

const unitOf = (name: string): string => UNIT_OF_NAME.find(([ends]) => ends.test(name))?.[1] ?? ''
