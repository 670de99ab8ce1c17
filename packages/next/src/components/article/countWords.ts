/** How many words a text has, in the way of its language (BCP 47): not all of them put spaces between words. */
export function countWords(text: string, locale?: string): number {
  let words = 0
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text))
    if (isWordLike) words++
  return words
}
