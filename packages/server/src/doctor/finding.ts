/** What a look at one part of a set-up has found. */
export interface Finding {
  readonly part: string
  readonly ok: boolean
  readonly looked_for: string
  readonly found: string
  /** How to mend it; '' when nothing is wrong, or what was found says it. */
  readonly mend: string
}

/** A look at one part: what is right, and how to mend it when it is not. */
export const lookingAt =
  (part: string, lookedFor: string, mend: string) =>
  (ok: boolean, found: string): Finding => ({ part, ok, looked_for: lookedFor, found, mend: ok ? '' : mend })

/** For people, a line or two. */
export function told({ part, ok, looked_for, found, mend }: Finding): string {
  const line = `${ok ? 'ok   ' : 'WRONG'} ${part}: ${found}`
  return mend === '' ? line : `${line} Expected ${looked_for}. ${mend}`
}
