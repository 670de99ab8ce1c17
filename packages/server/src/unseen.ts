/** Characters that show nothing of themselves: joiners, marks of direction, soft hyphens, fillers. */
export const UNSEEN: RegExp = /\p{Default_Ignorable_Code_Point}/gu

/** The same for the database, which does not know Unicode's word for them. */
export const UNSEEN_SQL: string =
  '[\\x{00AD}\\x{034F}\\x{061C}\\x{115F}-\\x{1160}\\x{17B4}-\\x{17B5}\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{206F}' +
  '\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]'

/** One picture, with its colour and its form, or a flag of letters; several, joined, are one, too. */
const PICTURE = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|[\u{E0020}-\u{E007F}]+)?`
const EMOJI = String.raw`${PICTURE}(?:\u200D${PICTURE})*|[\d#*]\uFE0F\u20E3`
/** A letter that is not plain Latin, or a mark of one. */
const LETTER = String.raw`(?!\p{Default_Ignorable_Code_Point})(?:[^\P{L}\w]|\p{M})`
/** A joiner between two of them, which spells words of Persian and of India. */
const JOINED = String.raw`${LETTER}[\u200C\u200D](?=${LETTER})`
const KEPT_OR_UNSEEN = new RegExp(String.raw`(${EMOJI}|${JOINED})|\p{Default_Ignorable_Code_Point}`, 'gu')

/** A text without what shows nothing, but for what emoji and words are spelled with. */
export const withoutUnseen = (text: string): string => text.replace(KEPT_OR_UNSEEN, (_, kept: string = '') => kept)
