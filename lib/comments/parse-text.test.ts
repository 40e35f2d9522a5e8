import { describe, expect, test } from 'vitest'
import { type Block, type Inline, parseText } from './parse-text'
import { hostileTexts } from './testing/hostile-texts'
import { processorTime } from './testing/processor-time'

/** What stands in a block or a mark; null for words, breaks and code. */
function inside(node: Block | Inline): (Block | Inline)[] | null {
  if (Array.isArray(node)) return node
  return typeof node !== 'string' && 'children' in node ? node.children : null
}

function plain(nodes: (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      return 'text' in node ? node.text : plain(inside(node) ?? ['\n'])
    })
    .join('')
}

function depth(nodes: (Block | Inline)[]): number {
  const depths = nodes.map((node) => {
    const children = inside(node)
    return children ? 1 + depth(children) : 0
  })
  return Math.max(0, ...depths)
}

function hrefs(nodes: (Block | Inline)[]): string[] {
  return nodes.flatMap((node) => {
    const deeper = hrefs(inside(node) ?? [])
    return typeof node !== 'string' && 'href' in node ? [node.href, ...deeper] : deeper
  })
}

describe('what a comment may hold', () => {
  test('paragraphs, with line breaks as typed', () => {
    expect(parseText('One\ntwo\n\nthree')).toEqual([['One', { kind: 'break' }, 'two'], ['three']])
  })

  test('emphasis and code', () => {
    expect(parseText('*a* **b** `c`')).toEqual([
      [
        { kind: 'em', children: ['a'] },
        ' ',
        { kind: 'strong', children: ['b'] },
        ' ',
        { kind: 'code', text: 'c' },
      ],
    ])
  })

  test('quotes and blocks of code', () => {
    expect(parseText('> said\n\n```js\nlet a = "<b>"\n```')).toEqual([
      { kind: 'quote', children: [['said']] },
      { kind: 'code', text: 'let a = "<b>"' },
    ])
  })

  test('words after a fence that are no language are kept', () => {
    expect(parseText('```these are words\nmore')).toEqual([{ kind: 'code', text: 'these are words\nmore' }])
  })

  test('links, written out or with words', () => {
    const found = hrefs(
      parseText('https://a.example/x and [words](http://b.example) and <mailto:c@d.example>'),
    )
    expect(found).toEqual(['https://a.example/x', 'http://b.example/', 'mailto:c@d.example'])
  })
})

describe('what stays as typed', () => {
  test.each([
    '<div>hello</div>',
    '<script>alert(1)</script>',
    '&lt;b&gt; &amp; &#x41;',
    '# not a heading',
    '- not a list',
    '1. not a list',
    '| a | b |',
    '~~still here~~',
    'README.md and example.com and wren@example.com',
    '<!-- comment -->',
    '[a]: https://a.example',
  ])('%s', (typed) => {
    expect(plain(parseText(typed))).toBe(typed)
  })

  test('an indented paragraph is a paragraph, not code', () => {
    expect(parseText('    indented')).toEqual([['indented']])
  })

  test('a picture becomes a link to it', () => {
    expect(plain(parseText('![cat](https://a.example/cat.png)'))).toBe('!cat')
  })
})

describe('addresses that are not http(s) or mailto make no link', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](\\u006aavascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox(1))',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/studio)',
    '[x](#c-1)',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    'javascript:alert(1)',
    'ftp://a.example/x',
    '[x](\u0001javascript:alert(1))',
  ])('%j', (typed) => {
    expect(hrefs(parseText(typed))).toEqual([])
  })
})

test('the direction of words and towers of marks are tamed', () => {
  expect(plain(parseText(`a\u202Eb${'\u0301'.repeat(30)}`))).toBe(`ab${'\u0301'.repeat(8)}`)
})

describe('hostile text of 10,000 characters', () => {
  test.each(hostileTexts)('%s: within 100 ms, no deeper than 20', (_name, typed) => {
    expect(typed.length).toBeLessThanOrEqual(10_000)
    expect(processorTime(() => parseText(typed))).toBeLessThan(100)
    const blocks = parseText(typed)
    expect(depth(blocks)).toBeLessThanOrEqual(20)
    expect(blocks.length).toBeGreaterThan(0)
  })

  test('the words inside too many quotes are kept', () => {
    expect(plain(parseText(`${'>'.repeat(500)} here`))).toBe('here')
  })

  test('the words inside too much emphasis are kept', () => {
    const typed = `${'*a **b '.repeat(100)}c${' d** e*'.repeat(100)}`
    expect(plain(parseText(typed)).match(/[a-e]/g)?.length).toBe(401)
  })
})
