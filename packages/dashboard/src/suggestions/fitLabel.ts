import type { FlowColumn } from './flowGraph.js'

/** Below that the drawing scrolls instead of shrinking, px: the style sheet says the same. */
export const LEAST_WIDTH = 640
/** A small letter of the drawing is about so wide, px; an ideogram or a picture twice that. */
export const LETTER_WIDTH = 7
const WIDE = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Room for a name beside its node, in percent of the drawing's width. */
export const LABEL_ROOM: Readonly<Record<FlowColumn, number>> = { before: 42, article: 25, after: 24 }

/** The name, or as much of it as there is room for, cut between letters as readers count them. */
export function fitLabel(name: string, column: FlowColumn): string {
  const room = Math.floor(((LABEL_ROOM[column] / 100) * LEAST_WIDTH) / LETTER_WIDTH)
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
  if (lettersWide(letters) <= room) return name
  let end = 0
  for (let width = 1; end < letters.length; end += 1) {
    width += widthOf(letters[end]!)
    if (width > room) break
  }
  return `${letters.slice(0, end).join('').trimEnd()}…`
}

const widthOf = (letter: string): number => (WIDE.test(letter) ? 2 : 1)
const lettersWide = (letters: readonly string[]): number => letters.reduce((sum, letter) => sum + widthOf(letter), 0)
