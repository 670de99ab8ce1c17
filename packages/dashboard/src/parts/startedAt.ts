import type { SessionRow } from '@helptally/server/reports'
import type { View } from '../view.js'

/** When a session in a table started: today by the clock alone. */
export const startedAt = ({ started_at }: Pick<SessionRow, 'started_at'>, { format, now }: View): string =>
  format.isSameDay(started_at, now) ? format.clock(started_at) : format.dayAndTime(started_at)
