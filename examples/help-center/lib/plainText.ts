const COMBINING_MARKS = /\p{M}/gu

/** Lower case without accents: `Sesión` becomes `sesion`. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase()
}
