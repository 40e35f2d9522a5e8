import { expect, test } from 'vitest'
import { openChoice, sealChoice } from './choice'

const website = 'https://wren.example/'
const post = { blog: 'Small Weather', title: 'Rain, “again” 雨', url: 'https://wren.example/again' }
const now = Date.UTC(2026, 10, 28)
const choice = { website, ...post, until: now + 1000 }
const sealed = sealChoice('key', choice)
const [packed = '', seal = ''] = sealed.split('.')

test('what was offered comes back as it was', () => {
  expect(openChoice('key', sealed, website, now)).toEqual(post)
  expect(openChoice('key', sealed, website, now + 1000)).toEqual(post)
})

const forged = Buffer.from(JSON.stringify({ ...choice, url: 'https://casino.example/' })).toString(
  'base64url',
)

test.each([
  ['nothing', ''],
  ['nonsense', 'x'],
  ['a post without a seal', packed],
  ['a post with an empty seal', `${packed}.`],
  ['another post under the same seal', `${forged}.${seal}`],
  ['one with something added', `${packed}A.${seal}`],
  ['one with a third part', `${sealed}.x`],
  ['one sealed by somebody else', sealChoice('other key', choice)],
  ['one for another website', sealChoice('key', { ...choice, website: 'https://tam.example/' })],
  ['one of yesterday', sealChoice('key', { ...choice, until: now - 1 })],
])('%s is no choice', (_, text) => expect(openChoice('key', text, website, now)).toBeNull())
