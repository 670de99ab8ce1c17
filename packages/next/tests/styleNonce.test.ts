import { expect, test } from '@jest/globals'
import { styleNonce } from '../src/dashboard/styleNonce.js'

const nonceOf = (policy: string, name = 'content-security-policy') => styleNonce(new Headers({ [name]: policy }))

test('the nonce is that of the directive which rules over style elements', () => {
  expect(nonceOf("default-src 'nonce-a'; style-src 'self' 'nonce-b'; style-src-elem 'nonce-c1+/_-='")).toBe('c1+/_-=')
  expect(nonceOf("default-src 'nonce-a'; script-src 'nonce-s'; style-src 'self' 'nonce-b'")).toBe('b')
  expect(nonceOf("script-src 'nonce-s'; default-src 'nonce-a'")).toBe('a')
  expect(nonceOf("style-src 'nonce-b'", 'content-security-policy-report-only')).toBe('b')
})

test('a policy that gives styles no nonce, or no policy, gives none', () => {
  expect(nonceOf("default-src 'nonce-a'; style-src 'self'")).toBeUndefined()
  expect(nonceOf("script-src 'nonce-s'")).toBeUndefined()
  expect(styleNonce(new Headers())).toBeUndefined()
})
