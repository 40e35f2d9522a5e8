import { describe, expect, test } from 'vitest'
import { readBody } from './read-body'

const counted: [string, string, number][] = [
  ['none', 'Nothing but words, and a full stop.', 0],
  ['an address as it is', 'https://a.example/x and http://b.example', 2],
  ['one with words on it', '[here](https://a.example)', 1],
  ['one in angle brackets', '<https://a.example>', 1],
  ['an address that is its own words', '[https://a.example](https://a.example)', 1],
  ['one without its beginning', 'arcadecobbler.example, corkandlast.example/felt and www.b.com', 3],
  ['one of another script', 'магазин.рф и пример.com', 2],
  ['one in bold', '**shop.example** and *https://a.example*', 2],
  ['one split by marks', 'sh**op.exam**ple', 1],
  ['one in a quote', '> https://a.example', 1],
  ['one in the markup of other sites', '<a href="https://a.example">x</a> [url=https://b.example]y[/url]', 2],
  ['what would run a script is text', '[x](javascript:alert(1))', 0],
  ['a mail address is no link', 'nell@example.com <mailto:ned@example.com>', 0],
  ['code is not counted', '`https://a.example`\n\n```\nfetch("https://b.example")\n```', 0],
  ['files', 'README.md, setup.py, run.sh, main.rs, Node.js and index.ts', 0],
  ['a file with a path is a site', 'get.sh/x', 1],
  ['a space forgotten', 'It was lovely.It was so good.In the end we left.', 0],
  ['shouted', 'GO TO SHOP.COM', 1],
  ['short forms and figures', 'e.g. 3.5 cm, i.e. z.B. 10.30, v1.2.3, 192.168.0.1', 0],
  ['a picture counts as the link it becomes', '![x](https://a.example/p.png)', 1],
]

describe('links are counted', () => {
  test.each(counted)('%s', (_case, body, links) => {
    expect(readBody(body).links).toBe(links)
  })
})

test('the words are those a reader sees, the rest is kept beside them', () => {
  const { prose, everything } = readBody(
    'Say **ca**sino [here](https://a.example/pills)\nto `code`\n\n> them',
  )
  expect(prose).toBe('Say casino here\nto  \n\nthem\n\n')
  expect(everything).toContain('Say casino here')
  expect(everything).toContain('https://a.example/pills')
  expect(everything).toContain('code')
})

test('hostile text takes no long time', () => {
  const before = process.cpuUsage().user
  for (const piece of ['a.com ', '[a](b', '@a.b', 'a.', 'https://', '> ', '`', '**']) {
    readBody(piece.repeat(10_000 / piece.length))
  }
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(1600)
})
