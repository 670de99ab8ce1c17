import type { Comment, Program } from 'acorn'

export interface ParsedModule {
  readonly program: Program
  readonly comments: readonly Comment[]
}

/** Reads a module, with the place of everything in its text; null for what is no module. */
export type ParseModule = (
  text: string,
  options: { readonly typescript: boolean; readonly jsx?: boolean },
) => ParsedModule | null

const SOURCE_TYPES = ['module', 'commonjs'] as const

/** The parser is loaded when somebody asks for it: no site needs it to run. */
export async function loadParser(): Promise<ParseModule> {
  const [{ Parser }, { tsPlugin }] = await Promise.all([import('acorn'), import('@sveltejs/acorn-typescript')])
  const TypeScriptParser = Parser.extend(tsPlugin())
  const JsxParser = Parser.extend(tsPlugin({ jsx: true }))
  return (text, { typescript, jsx = false }) => {
    const parser = jsx ? JsxParser : typescript ? TypeScriptParser : Parser
    for (const sourceType of SOURCE_TYPES) {
      const comments: Comment[] = []
      try {
        const program = parser.parse(text, {
          ...{ ecmaVersion: 'latest', sourceType, allowHashBang: true },
          // The plugin needs the lines, too.
          locations: true,
          onComment: comments,
        })
        return { program, comments: inOrder(comments) }
      } catch {
        // The other type may fit.
      }
    }
    return null
  }
}

/** The plugin goes back in places, and tells of a comment once more. */
function inOrder(comments: readonly Comment[]): Comment[] {
  const byStart = new Map(comments.map((comment) => [comment.start, comment]))
  return [...byStart.values()].sort((a, b) => a.start - b.start)
}
