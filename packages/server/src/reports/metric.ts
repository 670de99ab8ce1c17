import type { Rate } from './rates.js'

/** One number of a report, and how it is reckoned. */
export interface Metric {
  /** What is counted, or reckoned, in plain notation. */
  readonly counts: string
  /** What that is divided by, where the number is a share. */
  readonly of?: string
  /** When it is null; a share is where there is nothing to divide by. Without it, it never is. */
  readonly null_when?: string
}

/** The fields of a row that are numbers: each of them has to be told of. */
export type Numbers<Row> = {
  [Field in keyof Row]-?: NonNullable<Row[Field]> extends number | Rate | readonly number[] | readonly Rate[]
    ? Field
    : never
}[keyof Row]

/** A metric for each number of `Row`, and for those of `More`, which lie deeper. */
export type MetricsOf<Row, More extends string = never> = Readonly<Record<(Numbers<Row> & string) | More, Metric>>
