import { DEVICES, type Device, EARLIEST_MS } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { MAX_EVENT_AHEAD_MS } from '../collector/eventTime.js'
import type { Label } from '../log/storedEvent.js'
import { readTransferredFact } from './readTransferredFact.js'
import type { TransferredErasure, TransferredEvent, TransferredFact } from './transferred.js'

/** A line of an export, or what is wrong with it. */
export type ReadTransferred = TransferredEvent | TransferredFact | TransferredErasure | { readonly reason: string }

/** `now`: epoch ms. */
export function readTransferred(text: string, now: number): ReadTransferred {
  const value = objectOf(text)
  if (!value) return { reason: 'expected a JSON object a line, as helptally export writes it, got something else' }
  if ('erased' in value) return erasureOf(value, now)
  return 'fact' in value ? factOf(value, now) : eventOf(value, now)
}

type Fields = Readonly<Record<string, unknown>>

function eventOf({ event, at, receivedAt, label, device, ...others }: Fields, now: number): ReadTransferred {
  const [unknown] = Object.keys(others)
  if (event === undefined || unknown !== undefined) {
    const got = unknown === undefined ? 'none' : `"${unknown.slice(0, 40)}"`
    return {
      reason: `expected an event, as helptally export --what events writes it: { event, at, receivedAt }, got ${got}`,
    }
  }
  const parsed = parseEvent(event)
  if (!parsed.ok) return { reason: `event: ${parsed.reason}` }
  // The ledger forgets by the latest of these times.
  if (!isInstant(receivedAt, now)) return { reason: `receivedAt: ${EXPECTED_INSTANT}` }
  if (!isInstant(at, receivedAt))
    return { reason: 'at: expected epoch milliseconds, at most 5 minutes after receivedAt' }
  if (label !== undefined && !isLabel(label)) return { reason: 'label: expected test, bot, or none' }
  if (device !== undefined && !isDevice(device)) return { reason: `device: expected ${DEVICES.join(', ')}, or none` }
  return { event: parsed.event, at, receivedAt, ...(label && { label }), ...(device && { device }) }
}

function factOf({ fact, receivedAt, label, ...others }: Fields, now: number): ReadTransferred {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) return { reason: `expected { fact, receivedAt }, got "${unknown.slice(0, 40)}"` }
  const read = readTransferredFact(fact)
  if ('reason' in read) return { reason: `fact: ${read.reason}` }
  if (!isInstant(receivedAt, now)) return { reason: `receivedAt: ${EXPECTED_INSTANT}` }
  if (!isInstant(read.at, receivedAt)) return { reason: 'at: expected a time that is not after receivedAt' }
  if (label !== undefined && !isLabel(label)) return { reason: 'label: expected test, bot, or none' }
  return { fact: read, receivedAt, ...(label && { label }) }
}

function erasureOf({ erased, erasedAt }: Fields, now: number): ReadTransferred {
  if (typeof erased !== 'string' || !/^[0-9a-f]{64}$/.test(erased)) return { reason: 'erased: expected a SHA-256' }
  return isInstant(erasedAt, now) ? { erased, erasedAt } : { reason: `erasedAt: ${EXPECTED_INSTANT}` }
}

const EXPECTED_INSTANT = 'expected epoch milliseconds, not in the future'

/** Clocks may differ a little. */
const isInstant = (value: unknown, latest: number): value is number =>
  Number.isInteger(value) && (value as number) >= EARLIEST_MS && (value as number) <= latest + MAX_EVENT_AHEAD_MS

const isLabel = (value: unknown): value is Exclude<Label, ''> => value === 'test' || value === 'bot'
const isDevice = (value: unknown): value is Device => (DEVICES as readonly unknown[]).includes(value)

function objectOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
  } catch {
    return null
  }
}
