/** Asks a person; null when they end it. */
export type Ask = (question: string) => Promise<string | null>

export interface Offer<Value> {
  readonly value: Value
  /** A line that tells it from the others. */
  readonly said: string
}

export interface Question<Value> {
  /** Without its last mark: "Where do articles live". */
  readonly question: string
  readonly offers: readonly Offer<Value>[]
  /** Takes an answer in words; null for what cannot be taken. Default: a number alone is taken. */
  readonly read?: (answer: string) => Value | null
  readonly expected: string
}

/** Asks until one can be taken. Enter alone takes the first; null when the person ends it. */
export async function chooseOne<Value>(
  { question, offers, read, expected }: Question<Value>,
  ask: Ask,
  out: (line: string) => void,
): Promise<Value | null> {
  out(`${question}?`)
  offers.forEach(({ said }, index) => {
    out(`  ${index + 1}  ${said}`)
  })
  for (;;) {
    const answer = await ask(`${expected}${offers.length > 0 ? ' [1]' : ''}: `)
    if (answer === null) return null
    const offer = answer === '' ? offers[0] : offers[Number(answer) - 1]
    const value = offer ? offer.value : (read?.(answer) ?? null)
    if (value !== null) return value
    out(`Got "${answer}".`)
  }
}
