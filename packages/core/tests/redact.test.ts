import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redact } from '../src/redact.js'

describe('a search is stored without', () => {
  test.each([
    ['mail of ana.garcía+help@example.com please', 'mail of [mail] please'],
    ['<ana@example.co.uk>', '<[mail]>'],
    ['user%40example.com', '[mail]'],
    ['ana＠example.com', '[mail]'],
    ['https://me:word@host/x', 'https://me:[mail]'],
    ['card 4111 1111 1111 1111 declined', 'card [card] declined'],
    ['4111111111111111', '[card]'],
    ['5500-0000-0000-0004', '[card]'],
    ['3782 822463 10005', '[card]'],
    ['4111111111111112', '[number]'],
    ['call +34 612 345 678 now', 'call [phone] now'],
    ['612 345 678', '[phone]'],
    ['91 123 45 67', '[phone]'],
    ['(555) 123-4567', '[phone]'],
    ['06.12.34.56.78', '[phone]'],
    ['+15551234567', '[phone]'],
    ['order 1234567', 'order [number]'],
    ['DNI 12345678Z', 'DNI [number]Z'],
    ['٠١٢٣٤٥٦٧٨', '[number]'],
    ['ES91 2100 0418 4502 0005 1332', 'ES[number]'],
    ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-123', 'Bearer [token]'],
    ['sk_live_51H8abcdEFGH2', '[token]'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[token]'],
    ['d41d8cd98f00b204e9800998ecf8427e', '[token]'],
    ['id 0198c000-0000-7000-8000-00000000000a', 'id [token]'],
    ['password: hunter2!', 'password: [token]'],
    ['token=abc', 'token=[token]'],
    ['contraseña=perro azul', 'contraseña=[token] azul'],
  ])('%s', (typed, stored) => {
    expect(redact(typed)).toBe(stored)
  })
})

describe('a search keeps', () => {
  test.each([
    'install',
    'how do I reset my password?',
    'clave de acceso',
    'api key rotation',
    'token expired',
    'error 404 on page 2026',
    'error 0x80070057',
    'windows 11 23h2',
    'version 10.0.19045.3803',
    '192.168.100.200',
    '2026-11-22',
    '22/11/2026',
    '1,000,000 rows',
    'iphone 15 pro 256 gb',
    '@mention somebody',
    'a @ b',
    'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
    'instrumentationClientInject',
    '/docs/2024/how-to-install-the-plugin-step-by-step',
    'ab-cd-ef 12-34',
    '¿cómo facturo? 🙂',
  ])('%s', (typed) => {
    expect(redact(typed)).toBe(typed)
  })
})

describe('redacting', () => {
  const words = fc.constantFrom(
    'ana@example.com',
    '4111111111111111',
    '612 345 678',
    'token=',
    '1',
    '-',
    ' ',
    '(',
    '+',
    '@',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 30 }).map((all) => all.join('')),
  )

  test('twice is redacting once: the page does it, and the collector again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = redact(text)
        expect(redact(once)).toBe(once)
      }),
      { numRuns: 5_000 },
    )
  })

  test('leaves no mail address and no seven digits in a row', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const left = redact(text)
        expect(left).not.toContain('ana@example.com')
        if (!/0x/i.test(left)) expect(left).not.toMatch(/\d{7}/)
      }),
      { numRuns: 5_000 },
    )
  })

  test.each(['1', '1 ', 'a', 'a1_', '(', '@', 'eyJ', 'sk_', 'token=', '0x', '1.', 'é', '%40'])(
    'ends soon on a text of many %j',
    (part) => {
      expect(redact(part.repeat(4_000))).toEqual(expect.any(String))
    },
  )
})
