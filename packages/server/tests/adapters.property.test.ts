import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ConversationAdapter } from '../src/adapters/conversationAdapter.js'
import { instagram } from '../src/adapters/instagram.js'
import { messenger } from '../src/adapters/messenger.js'
import { readAt } from '../src/adapters/readAt.js'
import { telegram } from '../src/adapters/telegram.js'
import { twilioSms } from '../src/adapters/twilioSms.js'
import { whatsapp } from '../src/adapters/whatsapp.js'
import { anything } from './helpers/hostile.js'
import {
  echo,
  META,
  ofPage,
  ofTelegram,
  ofTwilio,
  ofWhatsApp,
  pageEvent,
  readWebhook,
  signedByMeta,
  signedByTwilio,
  TWILIO_TOKEN,
  telegramMessage,
  webhook,
  whatsAppMessage,
  whatsAppStatus,
} from './helpers/webhooks.js'

const ADAPTERS: readonly ConversationAdapter[] = [
  whatsapp({ ...META, groups: true, leaveOut: ['marketing'] }),
  messenger({ ...META, botApps: ['1'] }),
  instagram(META),
  telegram({ secretToken: 'secret', groups: true }),
  twilioSms({ authToken: TWILIO_TOKEN }),
]

const BODIES: readonly object[] = [
  ofWhatsApp({
    contacts: [{ wa_id: '1', user_id: 'US.1' }],
    messages: [whatsAppMessage()],
    statuses: [whatsAppStatus()],
  }),
  ofPage([pageEvent({ message: { mid: 'm' } }), echo({ app_id: 1 }), pageEvent({ postback: { mid: 'p' } })]),
  ofPage(
    [pageEvent({ pass_thread_control: { new_owner_app_id: '1', previous_owner_app_id: null } })],
    'page',
    'standby',
  ),
  ofPage([pageEvent({ message: { mid: 'm', is_deleted: false } })], 'instagram'),
  ofTelegram('message', telegramMessage()),
  ofTelegram('business_message', telegramMessage({ business_connection_id: 'c' })),
  ofTelegram('callback_query', { id: '1', from: { id: 1 }, message: telegramMessage() }),
]

/** Every path that leads to something in a body. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const inner = replaced((value as Record<string, unknown>)[key], rest, by)
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...(value as object), [key]: inner }
}

/** A real webhook, one part of which is not what it should be. */
const spoiled = fc
  .constantFrom(...BODIES)
  .chain((body) => fc.tuple(fc.constantFrom(...pathsOf(body)), anything).map(([path, by]) => replaced(body, path, by)))

const RUNS = { numRuns: 1_000 }

describe('whatever a webhook posts', () => {
  test('JSON gives facts that the collector takes, or reasons, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(spoiled, anything), (value) => {
        const body = JSON.stringify(value) ?? ''
        for (const adapter of ADAPTERS) {
          const { facts, undated, skipped } = readWebhook(adapter, body)
          expect(facts.length + undated.length + skipped.length).toBeGreaterThan(0)
          expect(adapter.read(body, 1)).toBeDefined()
        }
      }),
      RUNS,
    )
  })

  test('text of any kind is read without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (body) => {
        for (const adapter of ADAPTERS) readWebhook(adapter, body)
      }),
      RUNS,
    )
  })

  test('a spoiled entry costs no other', () => {
    const good = ofWhatsApp({ messages: [whatsAppMessage({ id: 'good' })] }).entry
    const bad = fc.oneof(
      spoiled.map((body) => readAt(body, 'entry', '0') ?? body),
      anything,
    )
    fc.assert(
      fc.property(bad, (entry) => {
        const { facts } = readWebhook(ADAPTERS[0]!, { object: 'whatsapp_business_account', entry: [entry, ...good] })
        expect(facts.map(({ id }) => id)).toContain('good')
      }),
      RUNS,
    )
  })
})

describe('a body that is changed by one byte', () => {
  const changed = (body: string) =>
    fc.tuple(fc.nat(body.length - 1), fc.integer({ min: 32, max: 126 })).map(([at, code]) => {
      const by = String.fromCharCode(body[at] === String.fromCharCode(code) ? code ^ 1 : code)
      return body.slice(0, at) + by + body.slice(at + 1)
    })

  test.each(ADAPTERS.slice(0, 3).map((adapter) => [adapter.platform, adapter] as const))(
    'is not believed by %s',
    async (_, adapter) => {
      const body = JSON.stringify(BODIES[0])
      expect(await adapter.isGenuine(webhook(body, signedByMeta(body)))).toBe(true)
      await fc.assert(
        fc.asyncProperty(changed(body), async (other) => {
          expect(await adapter.isGenuine(webhook(other, signedByMeta(body)))).toBe(false)
        }),
      )
    },
  )

  test('is not believed by Twilio, unless it says the same', () => {
    const adapter = ADAPTERS[4]!
    const url = 'https://help.example/w'
    const body = ofTwilio()
    const said = (text: string) => [...new URLSearchParams(text)].sort().flat().join('')
    fc.assert(
      fc.property(changed(body), (other) => {
        expect(adapter.isGenuine(webhook(other, signedByTwilio(url, body), url))).toBe(said(other) === said(body))
      }),
    )
  })
})
