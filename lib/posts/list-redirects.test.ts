import { expect, test } from 'vitest'
import { listGone, listRedirects } from './list-redirects'

test('every old address of a post leads to where it is now, for good', () => {
  const posts = [
    { slug: 'a-kind-no', redirects: ['/a-gentle-no', '/2019/05/no'] },
    { slug: 'on-waiting', redirects: [] },
  ]
  expect(listRedirects(posts)).toEqual([
    { source: '/a-gentle-no', destination: '/posts/a-kind-no', permanent: true },
    { source: '/2019/05/no', destination: '/posts/a-kind-no', permanent: true },
  ])
})

test('an old address means itself, also where it looks like a pattern', () => {
  const [redirect] = listRedirects([{ slug: 'glue', redirects: ['/glue(2):what*'] }])
  expect(redirect?.source).toBe('/glue\\(2\\)\\:what\\*')
})

test('an old address with letters beyond ASCII is met as browsers send it, typed either way', () => {
  const redirects = listRedirects([{ slug: 'coffee', redirects: ['/2019/café', '/2019/caf%C3%A9s'] }])
  expect(redirects.map(({ source }) => source)).toEqual(['/2019/caf%C3%A9', '/2019/caf%C3%A9s'])
})

test('an address of what was taken down means itself, too, and leads to the answer that it is gone', () => {
  expect(listGone(['/2019/ten:rules', '/café'])).toEqual([
    { source: '/2019/ten\\:rules', destination: '/gone/answer' },
    { source: '/caf%C3%A9', destination: '/gone/answer' },
  ])
})
