import { expect, test } from 'vitest'
import { isOwnRequest } from './own-request'

const siteUrl = 'https://unpicked.example'

test.each<[Record<string, string>, boolean]>([
  [{ origin: siteUrl }, true],
  [{ origin: siteUrl, 'sec-fetch-site': 'same-origin' }, true],
  [{}, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'http://unpicked.example' }, false],
  [{ origin: 'https://unpicked.example:8443' }, false],
  [{ origin: 'https://unpicked.example.evil.example' }, false],
  [{ origin: `${siteUrl}, https://evil.example` }, false],
  [{ origin: siteUrl, 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: siteUrl, 'sec-fetch-site': 'same-site' }, false],
  // What a proxy may be made to say is not asked.
  [{ origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' }, false],
  [{ referer: `${siteUrl}/studio` }, false],
])('%j is our own: %s', (headers, own) => {
  expect(isOwnRequest(new Headers(headers), siteUrl)).toBe(own)
})
