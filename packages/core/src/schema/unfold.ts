import { eventId } from '../eventId.js'

/** Events alike that follow each other, as a table. */
export interface Run {
  /** What all of them have in common. */
  readonly common?: Readonly<Record<string, unknown>>
  /** The names of the other fields, if there are any, */
  readonly fields?: readonly string[]
  /** and their values: a list for each event. Without it there is one event, which is all in common. */
  readonly rows?: readonly unknown[]
}

/** Said of an event in place of its `ts`: how long before `sentAt` it was, ms; */
export const BEFORE_SENT = '-ts'
/** and in place of `activeAt`: how long before `ts` that was, ms. */
export const BEFORE_EVENT = '-activeAt'

/** The events of the table. A row of another length is no event, and is turned away as such. */
export function rowsOf({ common, fields = [], rows = [[]] }: Run): readonly unknown[] {
  return rows.map((row) =>
    Array.isArray(row) && row.length === fields.length
      ? { ...common, ...Object.fromEntries(fields.map((name, index) => [name, row[index]])) }
      : row,
  )
}

/** The event with its times and its id spelt out, where they were said in short. What is no time stays, and is no field. */
export function speltOut(event: object, sentAt: number, idTail: string | undefined): object {
  const { [BEFORE_SENT]: sentAfter, [BEFORE_EVENT]: actedBefore, ...said } = event as Record<string, unknown>
  const hasTime = typeof sentAfter === 'number'
  const hasAct = typeof actedBefore === 'number'
  const ts = hasTime ? sentAt - sentAfter : said.ts
  const { seq } = said
  const canName = said.id === undefined && idTail && isTime(ts) && Number.isSafeInteger(seq)
  return {
    ...(canName && { id: eventId(ts, seq as number, idTail) }),
    ...said,
    ...(hasTime ? { ts } : sentAfter !== undefined && { [BEFORE_SENT]: sentAfter }),
    ...(hasAct && isTime(ts)
      ? { activeAt: ts - actedBefore }
      : actedBefore !== undefined && { [BEFORE_EVENT]: actedBefore }),
  }
}

function isTime(ts: unknown): ts is number {
  return Number.isSafeInteger(ts) && (ts as number) >= 0
}
