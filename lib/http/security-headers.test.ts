import { expect, test } from 'vitest'
import { contentSecurityPolicy, headersOfAll, pagePolicies, picturePolicy } from './security-headers'

function headerValue(key: string, siteUrl: string) {
  return [...headersOfAll(siteUrl), ...pagePolicies(false)].find((header) => header.key === key)?.value
}

test('the policy of readers’ pages is the one written down, word for word', () => {
  expect(contentSecurityPolicy(false).split('; ').sort()).toEqual(
    [
      "default-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].sort(),
  )
})

test('development differs from it by eval and web sockets alone', () => {
  const loosened = contentSecurityPolicy(true)
  expect(loosened).not.toBe(contentSecurityPolicy(false))
  expect(loosened.replace(" 'unsafe-eval'", '').replace(' ws:', '')).toBe(contentSecurityPolicy(false))
})

test('browsers are told to insist on https only where the site has it', () => {
  expect(headerValue('Strict-Transport-Security', 'https://unpicked.example')).toMatch(/^max-age=\d+$/)
  expect(headerValue('Strict-Transport-Security', 'http://localhost:3000')).toBeUndefined()
})

test('every named feature is closed to everyone, and types are never guessed', () => {
  const features = headerValue('Permissions-Policy', 'http://localhost:3000')?.split(', ') ?? []
  expect(features).toEqual(expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()']))
  expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual([])
  expect(headerValue('X-Content-Type-Options', 'http://localhost:3000')).toBe('nosniff')
})

test('a picture opened by its own address may load and run nothing', () => {
  expect(picturePolicy.value.split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'sandbox',
  ])
})
