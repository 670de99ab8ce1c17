/** How a table is sorted: `opens` upwards, `-opens` downwards. */
export interface Sorting {
  readonly by: string
  readonly isDown: boolean
}

export function sortingOf(text: string | undefined, standard: string): Sorting {
  const given = text || standard
  return given.startsWith('-') ? { by: given.slice(1), isDown: true } : { by: given, isDown: false }
}

/** A new list; what has no value comes last, equals stay as they were. */
export function sorted<Row>(
  rows: readonly Row[],
  { by, isDown }: Sorting,
  values: Readonly<Record<string, (row: Row) => number | string | null>>,
): readonly Row[] {
  const value = Object.hasOwn(values, by) ? values[by] : undefined
  if (!value) return rows
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    const upwards = typeof x === 'string' || typeof y === 'string' ? String(x).localeCompare(String(y)) : x - y
    return isDown ? -upwards : upwards
  }
  return rows.toSorted(compare)
}
