import { expect, test } from 'vitest'
import { studioPath } from './studio-path'

test.each([
  ['/studio', '/studio'],
  ['/studio/inbox?page=2', '/studio/inbox?page=2'],
  ['/studio/inbox#c-3', '/studio/inbox'],
  [undefined, '/studio'],
  [['/studio/inbox'], '/studio'],
  ['', '/studio'],
  ['/', '/studio'],
  ['/posts/on-waiting', '/studio'],
  ['/studiously', '/studio'],
  ['/studio/../posts/on-waiting', '/studio'],
  ['/studio/%2e%2e/posts/on-waiting', '/studio'],
  ['https://evil.example/studio', '/studio'],
  ['//evil.example/studio', '/studio'],
  ['/\\evil.example/studio', '/studio'],
  ['\\\\evil.example/studio', '/studio'],
  ['\t//evil.example/studio', '/studio'],
  ['/\t/evil.example/studio', '/studio'],
  ['javascript:alert(1)//studio', '/studio'],
  ['http://studio.invalid:80/studio/inbox', '/studio/inbox'],
  ['http://studio.invalid@evil.example/studio', '/studio'],
  ['http://[', '/studio'],
])('%j leads to %s', (wanted, path) => {
  expect(studioPath(wanted)).toBe(path)
})
