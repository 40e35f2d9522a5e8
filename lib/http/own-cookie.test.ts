import { expect, test } from 'vitest'
import { guestCookie, ownCookie } from './own-cookie'

test('with https a cookie is bound to its host and sent by https alone', () => {
  expect(ownCookie('studio', 'https://unpicked.example')).toEqual({
    name: '__Host-studio',
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    path: '/',
  })
})

test('without https no browser would keep such a one', () => {
  expect(ownCookie('studio', 'http://localhost:3000')).toMatchObject({ name: 'studio', secure: false })
})

test('a guest’s cookie goes to their own pages alone, and never along with a visit from elsewhere', () => {
  expect(guestCookie('guest', 'https://unpicked.example')).toEqual({
    name: '__Secure-guest',
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    path: '/my-comments',
  })
  expect(guestCookie('guest-feed', 'http://localhost:3000')).toMatchObject({
    name: 'guest-feed',
    secure: false,
  })
})
