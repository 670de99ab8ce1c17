import * as v from 'valibot'

/** Characters. A reason quotes what came, and that may be as long as a whole body. */
const MAX_REASON = 200
const MAX_QUOTE = 60

/** `field: what was expected`, with what came where it is short enough to tell. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue)
  return clip(field ? `${field}: ${issue.message}` : issue.message, MAX_REASON)
}

/** What came, in a few characters: the text itself, or the kind of anything else. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? clip(JSON.stringify(value), MAX_QUOTE) : kindOf(value)
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : typeof value
}

function clip(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text
}
