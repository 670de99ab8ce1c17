const MOST_SHOWN = 8

/**
 * Text of others as it can be seen. One that shows nothing, of joiners or directions alone, say, would be a gap in the
 * line and a link that nobody finds: its code points stand for it.
 */
export function seen(text: string): string {
  if (text === '' || CAN_BE_SEEN.test(text.replaceAll(SHOWS_NOTHING, ''))) return text
  const points = [...text].map((character) => `U+${hexOf(character)}`)
  return [...points.slice(0, MOST_SHOWN), ...(points.length > MOST_SHOWN ? ['…'] : [])].join(' ')
}

const CAN_BE_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What Unicode says shows nothing of itself, some of it letters, and the blank of Braille. */
const SHOWS_NOTHING = /[\p{Default_Ignorable_Code_Point}\u2800]/gu

const hexOf = (character: string): string => character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
