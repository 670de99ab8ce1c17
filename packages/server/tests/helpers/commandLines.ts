/** A call of the command, as it stands in a text. */
export interface CommandLine {
  readonly file: string
  /** What comes after `helptally`. */
  readonly args: readonly string[]
}

const FENCED = /^```sh\n([\s\S]*?)^```$/gm
const INLINE = /`((?:[A-Z_]+=\S+ )*npx helptally [^`]+)`/g
const NAME_ALONE = /^npx helptally \w+$/
const SEVERAL = /\s*(?:\||&&|\n)\s*/
/** A word of a shell: in quotes, or up to the next space. */
const WORD = /'([^']*)'|"([^"]*)"|(\S+)/g

/** All calls of `npx helptally` in a text: in samples for a shell, and within sentences, which also name commands alone. */
export function commandLinesIn(file: string, markdown: string): readonly CommandLine[] {
  const samples = [...markdown.matchAll(FENCED)].flatMap(([, code = '']) =>
    code.replace(/\\\n\s*/g, ' ').split(SEVERAL),
  )
  const inline = [...markdown.matchAll(INLINE)].map(([, code = '']) => code)
  return [...samples, ...inline.filter((line) => !NAME_ALONE.test(line))].flatMap((line) => {
    const [, said] = /(?:^|\s)npx helptally (.*)$/.exec(line) ?? []
    return said === undefined ? [] : [{ file, args: wordsOf(said.replace(/\s+>\s*\S+$/, '')) }]
  })
}

const wordsOf = (said: string): readonly string[] =>
  [...said.matchAll(WORD)].map(([, single, double, plain]) => single ?? double ?? plain!)
