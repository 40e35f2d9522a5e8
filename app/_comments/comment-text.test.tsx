import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CommentText } from '@/components/comment-text'
import { parseText } from '@/lib/comments/parse-text'
import { hostileTexts } from '@/lib/comments/testing/hostile-texts'
import { processorTime } from '@/lib/comments/testing/processor-time'

function render(body: string): string {
  return renderToStaticMarkup(<CommentText blocks={parseText(body)} />)
}

describe('the text of a comment', () => {
  test('becomes paragraphs, links, emphasis, quotes and code', () => {
    expect(render('One *two* **three** `four`\nfive\n\n> six\n\n```\nseven\n```\nhttps://a.example')).toBe(
      '<div class="e-content c-body" dir="auto"><p>One <em>two</em> <strong>three</strong> <code>four</code><br/>five</p>' +
        '<blockquote><p>six</p></blockquote><pre tabindex="0"><code>seven</code></pre>' +
        '<p><a href="https://a.example/" rel="ugc nofollow noopener">https://a.example</a></p></div>',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '"><iframe srcdoc="<script>alert(1)</script>">',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](https://a.example/"onmouseover="alert(1))',
    '![x](https://a.example/x.png"onerror="alert(1))',
    '<https://a.example/"onclick="alert(1)>',
    '```"><script>alert(1)</script>\ncode\n```',
    '<math><mtext></p><style><img src=x onerror=alert(1)></style>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<style>*{display:none}</style>',
    '</div></article><script>alert(1)</script>',
  ])('%s holds only the elements and attributes we make', (typed) => {
    const html = render(typed)
    const tags = [...html.matchAll(/<\/?([a-z]+)([^>]*)>/g)]
    const known =
      /^(?: class="e-content c-body"| dir="auto"| tabindex="0"| href="(?:https?:\/\/|mailto:)[^"]*"| rel="ugc nofollow noopener"|\/)*$/
    expect(
      tags
        .map(([, name]) => name)
        .filter((name) => !/^(?:div|p|br|em|strong|code|pre|blockquote|a)$/.test(name ?? '')),
    ).toEqual([])
    expect(
      tags.map(([, , attributes]) => attributes ?? '').filter((attributes) => !known.test(attributes)),
    ).toEqual([])
  })

  test('shows markup as it was typed', () => {
    expect(render('<div>')).toContain('&lt;div&gt;')
    expect(render('&lt;')).toContain('&amp;lt;')
  })

  test.each(hostileTexts)('is drawn within 100 ms, also in a preview: %s', (_name, typed) => {
    const blocks = parseText(typed)
    expect(processorTime(() => renderToStaticMarkup(<CommentText blocks={blocks} />))).toBeLessThan(100)
  })
})
