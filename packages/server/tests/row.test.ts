import { expect, test } from '@jest/globals'
import { fromRow } from '../src/log/fromRow.js'
import type { StoredEvent } from '../src/log/storedEvent.js'
import { toLine } from '../src/log/toLine.js'
import {
  contact,
  contacted,
  leave,
  NOON,
  notFound,
  offer,
  opening,
  progress,
  search,
  suggestions,
  vital,
  vote,
} from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const id = '0198c000-0000-7000-8000-000000000001'
const article = { id: 'install', rev: '7', section: 'start', lang: 'es-419' }

const events = [
  opening({ previousId: id, queryId: id, position: 3, listId: 'related', article, locale: 'es', synthetic: true }),
  opening({ imported: true }),
  opening(),
  progress({ cause: 'hidden', activeAt: NOON - 1000, article }),
  progress({ cause: 'input' }),
  search({ results: null, query: 'contraseña 😀' }),
  search({ results: 0, trigger: 'leave' }),
  vote({ value: -1 }),
  opening({ channel: 'whatsapp' }),
  vital({ metric: 'CLS', value: 0.0123, navigation: 'soft' }),
  vital({ openId: id }),
  opening({ listId: 'related', algorithm: 'tags', words: 0 }),
  leave({ openId: id, engagedMs: 0, scroll: 0 }),
  search({ latencyMs: 0, engine: 'local', filters: ['section:"billing"', 'x, y'] }),
  suggestions(),
  suggestions({ algorithm: 'tags' }),
  vote({ value: -1, reason: 'outdated', comment: 'The button\nis gone 😀' }),
  contact({ formId: 'f' }),
  offer(),
  contacted({ ticket: 'T-1' }),
  contacted(),
  notFound(),
  notFound({ referrer: 'blog.example' }),
]

test.each(events)('an event comes back from the store as the page sent it: %#', async (event) => {
  const store = await tempStore()
  await store.append([toLine(event, NOON + 5, NOON + 3)])
  const [row] = await store.query<StoredEvent>('select * from events')
  expect(row).toMatchObject({ at: NOON + 3, received_at: NOON + 5, label: '' })
  expect(fromRow(row!)).toEqual(event)
})

test('the last activity is dated by the same clock as the event', () => {
  expect(toLine(progress({ cause: 'hidden', activeAt: NOON - 40 }), NOON, NOON + 1000).last_at).toBe(NOON + 960)
  expect(toLine(progress({ cause: 'hidden', activeAt: null }), NOON, NOON + 1000).last_at).toBeUndefined()
  expect(toLine(progress({ cause: 'input', activeAt: NOON - 40 }), NOON, NOON + 1000).last_at).toBe(NOON + 1000)
})

test('a line names only what its event has', () => {
  const line = toLine(progress({ cause: 'input', activeAt: null, sessionId: null }), NOON, NOON)
  expect(Object.values(line).filter((value) => !value)).toEqual([])
  expect(Object.keys(line)).not.toContain('at')
})

test('a line of an earlier version, which says all, is read as well', async () => {
  const store = await tempStore()
  const [said, unsaid] = [opening(), opening()]
  const whole = { ...toLine(said, NOON, NOON + 3), v: 1, channel: 'help', locale: '', list_id: '', label: '' } as const
  await store.append([{ ...whole, results: null }, toLine(unsaid, NOON, NOON + 3)])
  const [first, second] = await store.query<StoredEvent>('select * from events order by event_id')
  const { event_id: _, session_id: __, ...others } = first!
  expect(second).toMatchObject(others)
})
