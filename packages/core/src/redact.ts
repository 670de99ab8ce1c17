/**
 * Takes out of a search what a reader should not have typed there: mail addresses, card and phone numbers, long runs of
 * digits, tokens and passwords. What stands in their place says what it was. Doing it twice changes nothing. What is
 * longer than any search is cut.
 */
export function redact(text: string): string {
  return text
    .slice(0, LONGEST_LOOKED_AT)
    .replace(MAIL, '[mail]')
    .replace(SECRET, '$1[token]')
    .replace(TOKEN, '[token]')
    .replace(NUMBER, nameOf)
}

/** Characters. Keeps the patterns from taking long. */
const LONGEST_LOOKED_AT = 1_000

const MAIL = /[^\s<>"'(),;:[\]]+(?:@|＠|%40)[^\s<>"'(),;:[\]]+/giu

const SECRET = /((?:password|passwd|pwd|passphrase|token|secret|api[_-]?key|contraseña|clave)\s*[=:]\s*)[^\s[]\S*/giu

/** A UUID, a JSON web token, a key that says so itself, or twenty letters and digits in a row, three of them digits. */
const TOKEN =
  /\b(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|eyJ[\w-]+\.[\w.-]+|(?:sk|pk|rk|gh[a-z]|xox[a-z]|AKIA)[-_]?(?=\w*\d)[\w-]{12,}|(?=\w{0,80}\d\w{0,80}\d\w{0,80}\d)\w{20,})/giu

/** Digits, with what is written between those of a phone or a card. What begins with 0x is an error's code. */
const NUMBER = /0x[\da-f]+|\+?\(?\p{Nd}(?:[\s()./–-]{0,3}\p{Nd})+/giu

/** Digits. Fewer are years, sizes, versions and the numbers of errors. */
const LEAST_RUN = 7
const LEAST_GROUPED = 9
const LONGEST_PHONE = 15
const CARD = /^\d{13,19}$/
const DATE = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})$/
const ADDRESS_OR_VERSION = /^\d+(?:\.\d+){3}$/

function nameOf(found: string): string {
  if (/^0x/i.test(found)) return found
  const digits = found.replace(/[^\p{Nd}]/gu, '')
  const isRun = !/[\s./–-]/.test(found)
  const least = isRun || found.startsWith('+') ? LEAST_RUN : LEAST_GROUPED
  if (digits.length < least || DATE.test(found) || ADDRESS_OR_VERSION.test(found)) return found
  if (CARD.test(digits) && isCard(digits)) return '[card]'
  const isPhone = digits.length <= LONGEST_PHONE && (!isRun || found.startsWith('+'))
  return isPhone ? '[phone]' : '[number]'
}

/** Luhn's check digit. */
function isCard(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
