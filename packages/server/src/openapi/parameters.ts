import { CHANNELS, DEVICES, ENTRIES } from '@helptally/core'
import { GAP_STATUSES } from '../gapWork/gapWork.js'
import { K_TABS, MOST_K_TABS } from '../reports/settings.js'
import { INTERVALS } from '../reports/shapes.js'

interface Parameter {
  readonly name: string
  readonly in: 'query'
  readonly description: string
  readonly schema: object
}

const parameter = (name: string, description: string, schema: object = { type: 'string' }): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
})
const oneOf = (choices: readonly string[]): object => ({ type: 'string', enum: choices })

/** What every report takes. */
export const reportParameters: readonly Parameter[] = [
  parameter('site', 'The id of the help center.'),
  parameter('from', 'The first moment of the period: a date, which is the start of that day in `tz`, or an instant.'),
  parameter('to', 'The end of the period, which does not belong to it: a date or an instant.'),
  parameter('tz', 'The IANA time zone in which days begin.'),
  parameter('interval', 'The length of the rows that go by time.', oneOf(INTERVALS)),
  parameter('limit', 'The most rows of a list.', { type: 'integer', minimum: 1, maximum: 200 }),
  parameter('k', 'The tabs that must have searched a text for it to be shown.', {
    type: 'integer',
    minimum: K_TABS,
    maximum: MOST_K_TABS,
  }),
  parameter('locale', 'Only what happened on pages of this language.'),
  parameter('device', 'Only what happened on such a device.', oneOf(DEVICES)),
  parameter('entry', 'Only sessions that started so.', oneOf(ENTRIES)),
  parameter('channel', 'Only that channel.', oneOf(Object.keys(CHANNELS))),
  parameter(
    'article',
    'Only sessions in which this article was opened; the report `article` is about this one, and needs it.',
  ),
  parameter('query', 'Only sessions in which this was searched.'),
  parameter('window_hours', 'How long after a session a ticket is put down to it.', {
    type: 'integer',
    minimum: 1,
    maximum: 168,
  }),
  parameter('status', 'Only gaps of this status.', oneOf(GAP_STATUSES)),
  parameter('compare', 'Brings the same report of the period before as well.', oneOf(['before'])),
  parameter(
    'explain',
    'Names the sessions behind each row, or behind one of its numbers: `rows`, or the name of the number.',
  ),
  parameter('format', 'What to answer.', oneOf(['json', 'csv'])),
]
