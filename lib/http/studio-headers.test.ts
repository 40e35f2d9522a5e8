import { expect, test } from 'vitest'
import { studioHeaders, studioPolicy } from './studio-headers'

const made = { nonce: 'bm9uY2U=', scriptHash: 'aGFzaA==' }

test('the policy of the studio is the one written down, word for word', () => {
  expect(
    studioPolicy({ ...made, development: false })
      .split('; ')
      .sort(),
  ).toEqual(
    [
      "default-src 'self'",
      "script-src 'nonce-bm9uY2U=' 'sha256-aGFzaA==' 'strict-dynamic'",
      "style-src 'self' 'nonce-bm9uY2U='",
      "img-src 'self' data:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].sort(),
  )
})

test('no script without nonce or hash runs there, in development either', () => {
  const scripts = /script-src ([^;]+)/.exec(studioPolicy({ ...made, development: true }))?.[1]
  expect(scripts).toBe("'self' 'nonce-bm9uY2U=' 'sha256-aGFzaA==' 'unsafe-eval'")
})

test('nobody stores, finds or frames an answer', () => {
  expect(studioHeaders).toMatchObject({
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Frame-Options': 'DENY',
  })
})
