import type { Change } from './plan.js'

const CONTEXT_LINES = 3

/** Changes as a unified diff, line by line. */
export async function diffOf(changes: readonly Change[]): Promise<string[]> {
  const { createTwoFilesPatch } = await import('diff')
  return changes.flatMap(({ path, before, after }) => {
    const from = before === null ? '/dev/null' : `a/${path}`
    const to = after === null ? '/dev/null' : `b/${path}`
    const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
      context: CONTEXT_LINES,
    })
    // The first line is a rule.
    return patch.trimEnd().split('\n').slice(1)
  })
}
