import { lexer, type Token, type Tokens } from 'marked'
import type { Text } from './repository'

/** A block of code of a text. */
export interface Sample {
  readonly file: string
  /** Its place among the samples of its text, from 1. */
  readonly nr: number
  /** `ts`, `sh`; empty where none is named. */
  readonly language: string
  readonly code: string
}

export function samplesOf({ file, markdown }: Text): readonly Sample[] {
  return blocksIn(lexer(markdown)).map(({ lang = '', text }, index) => ({
    ...{ file, nr: index + 1, language: lang, code: text },
  }))
}

function blocksIn(tokens: readonly Token[]): readonly Tokens.Code[] {
  return tokens.flatMap((token): readonly Tokens.Code[] => {
    if (token.type === 'code') return [token as Tokens.Code]
    if (token.type === 'list') return (token as Tokens.List).items.flatMap((item) => blocksIn(item.tokens))
    return 'tokens' in token && token.tokens ? blocksIn(token.tokens) : []
  })
}
