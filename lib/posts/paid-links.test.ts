import { expect, test } from 'vitest'
import { parseMdx } from './mdx/parse-mdx'
import { countPaidLinks, isPaid } from './paid-links'
import { parsePost } from './parse-file'

const hosts = ['Shop.example']

test.each([
  ['https://shop.example/x', true],
  ['http://www.SHOP.example', true],
  ['https://shop.example./x', true],
  ['https://a@b.shop.example:8443', true],
  ['https://notshop.example/x', false],
  ['https://shop.example@evil.example/', false],
  ['https://shop.example.evil.example/', false],
  ['https://other.example/?u=https://shop.example', false],
  ['/shop.example', false],
  ['', false],
])('%j is paid for: %s', (href, paid) => {
  expect(isPaid(href, hosts)).toBe(paid)
})

test('every paid link of a text is counted: inline, by reference, bare and sponsored', () => {
  const tree = parseMdx(
    'A [b](https://haberdash.example/b), [c][1], https://boundpages.example/d, <Sponsored href="https://x.example">e</Sponsored>, [f](https://other.example).\n\n[1]: https://haberdash.example/c\n[1]: https://other.example\n',
  )
  expect(countPaidLinks(tree)).toBe(4)
})

test.each([
  ['alone in its paragraph', '<Sponsored href="https://x.example">e</Sponsored>'],
  ['on three lines', '<Sponsored href="https://x.example">\ne\n</Sponsored>'],
  ['in a list', '- <Sponsored href="https://x.example">e</Sponsored>\n- f'],
])('a sponsored link %s counts as well', (_, body) => {
  const file = 'posts/a.mdx'
  const frontMatter = 'title: A\ndescription: B.\ndate: 2026-01-01'
  const { post, mistakes } = parsePost({ file, slug: 'a', hash: '', frontMatter, body, bodyLine: 6 })
  expect(mistakes).toEqual([])
  expect(post?.paidLinks).toBe(1)
})
